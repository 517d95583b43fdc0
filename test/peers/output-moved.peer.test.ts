import { expect, it } from 'vitest';
import { heardBetween, loudest, toldAfter } from './headset.ts';
import { openSoundRig } from './sound-rig.ts';
import { noise } from './sound-signal.ts';

/** PulseAudio as it comes moves sound to another output before it tells anybody that the first one went. */

it('headphones pulled out are heard on the loudspeaker until the next look, and not again', async () => {
  const rig = await openSoundRig(new Map([['noise.wav', noise(1, 0.2, 60)]]));
  try {
    const headset = await rig.plug('Headset');
    await rig.order({ chosen: { deviceId: 'from-before', label: 'Headset' }, cap: 0.5 });
    await toldAfter(rig, 0, 'present');
    await rig.wish([{ playId: 1, file: 'noise.wav', fadeMs: 500 }]);
    await rig.until(({ decks }) => decks.some(({ state }) => state === 'playing'));
    await rig.listen(1_500);

    const from = rig.recordedMs();
    const before = performance.now();
    headset.unplug();
    const noticed = (await toldAfter(rig, before, 'lost')) - before;
    await rig.listen(4_000);
    const leaked = heardBetween(rig.heard(from, rig.recordedMs()));
    const leakedMs = leaked === null ? 0 : leaked.lastMs - leaked.firstMs;
    console.log(`Noticed after ${Math.round(noticed)} ms; heard on the loudspeaker for ${leakedMs} ms.`);
    expect(noticed).toBeLessThan(3_000);
    expect(leakedMs).toBeLessThan(1_000);
    expect(loudest(rig.heard(rig.recordedMs() - 2_500, rig.recordedMs()))).toBe(0);
  } finally {
    await rig.close();
  }
});
