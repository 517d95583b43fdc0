import { beforeAll, describe, expect, it } from 'vitest';
import { loudest, toldAfter } from './headset.ts';
import { openSoundRig, type SoundRig } from './sound-rig.ts';
import { envelope, noise } from './sound-signal.ts';

/** The sound server of most Linux desktops: it lets a program wish that its sound ends with the output it was on. */

const NAME = 'Headset';
let rig: SoundRig;
beforeAll(async () => {
  rig = await openSoundRig(new Map([['noise.wav', noise(1, 0.2, 60)]]), 'pipewire');
  return rig.close;
});

const levelOf = (samples: Float32Array): number => Math.max(...envelope([samples], 100));

describe('headphones on PipeWire', () => {
  it('pulled out are heard nowhere else, not a single sample, and play again when they are back', async () => {
    const headset = await rig.plug(NAME);
    await rig.order({ chosen: { deviceId: 'from-before', label: NAME }, cap: 0.5 });
    await toldAfter(rig, 0, 'present');
    await rig.wish([{ playId: 1, file: 'noise.wav', fadeMs: 500 }]);
    await rig.until(({ decks }) => decks.some(({ state }) => state === 'playing'));
    await rig.listen(2_500);
    expect(levelOf(headset.heard(headset.recordedMs() - 1_000, headset.recordedMs()))).toBeGreaterThan(0.07);

    const pulled = performance.now();
    headset.unplug();
    const noticed = (await toldAfter(rig, pulled, 'lost')) - pulled;
    await rig.listen(3_000);
    console.log(`Noticed after ${Math.round(noticed)} ms.`);
    expect(noticed).toBeLessThan(3_000);
    expect(rig.recordedMs()).toBeGreaterThan(5_000);
    expect(loudest(rig.heard(0, rig.recordedMs()))).toBe(0);

    const back = performance.now();
    const again = await rig.plug(NAME);
    await toldAfter(rig, back, 'present');
    await rig.listen(12_000);
    expect(levelOf(again.heard(again.recordedMs() - 500, again.recordedMs()))).toBeGreaterThan(0.07);
    expect(loudest(rig.heard(0, rig.recordedMs()))).toBe(0);
    expect(rig.complaints).toEqual([]);
  });
});
