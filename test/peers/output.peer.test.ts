import { beforeAll, describe, expect, it } from 'vitest';
import { loudest, toldAfter } from './headset.ts';
import { openSoundRig, type SoundRig } from './sound-rig.ts';
import type { Sink } from './sound-server.ts';
import { envelope, envelopeBetween, noise } from './sound-signal.ts';

/** Headphones that are pulled out while music plays on them: real sinks, real sound, what each of them got. */

const NAME = 'Headset';
let rig: SoundRig;
let headset: Sink;
beforeAll(async () => {
  rig = await openSoundRig(new Map([['noise.wav', noise(1, 0.2, 60)]]), 'pulseaudioKept');
  return rig.close;
});

describe('headphones among the outputs of a computer', () => {
  it('are heard alone, from the first sound on: the loudspeaker gets not a single sample', async () => {
    headset = await rig.plug(NAME);
    // An id that is not known any more, as after the browser's folder was lost: found by the label.
    await rig.order({ chosen: { deviceId: 'from-before', label: NAME }, cap: 0.5 });
    await toldAfter(rig, 0, 'present');
    await rig.wish([{ playId: 1, file: 'noise.wav', fadeMs: 500 }]);
    await rig.until(({ decks }) => decks.some(({ state }) => state === 'playing'));
    await rig.listen(2_500);
    const second = headset.heard(headset.recordedMs() - 1_000, headset.recordedMs());
    const levels = envelopeBetween(second, 100).flatMap((level) => level ?? []);
    // Noise of 0.2 RMS under a cap of one half, with what a resampler takes off the top of white noise.
    expect(Math.max(...levels)).toBeLessThan(0.105);
    expect(Math.min(...levels)).toBeGreaterThan(0.07);
    expect(loudest(rig.heard(0, rig.recordedMs()))).toBe(0);
  });

  it('pulled out: noticed within three seconds, and the loudspeaker gets not a single sample', async () => {
    const before = performance.now();
    headset.unplug();
    const noticed = (await toldAfter(rig, before, 'lost')) - before;
    await rig.listen(4_000);
    console.log(`Noticed after ${Math.round(noticed)} ms.`);
    expect(noticed).toBeLessThan(3_000);
    expect(loudest(rig.heard(0, rig.recordedMs()))).toBe(0);
    // The music's place runs on.
    expect(rig.report()?.decks.map(({ state }) => state)).toEqual(['playing']);
  });

  it('put in again: back on them alone, from silence, over ten seconds', async () => {
    const from = rig.recordedMs();
    const before = performance.now();
    headset = await rig.plug(NAME);
    await toldAfter(rig, before, 'present');
    await rig.listen(12_000);
    const windows = envelopeBetween(headset.heard(0, headset.recordedMs()), 500);
    const rising = windows.flatMap((level) => level ?? []);
    const steps = rising.slice(1).map((level, i) => level - rising[i]!);
    expect(rising.at(-1)).toBeGreaterThan(0.07);
    expect(rising.at(-1)).toBeLessThan(0.105);
    expect(windows.findIndex((level) => (level ?? 0) > 0.07) * 500).toBeGreaterThan(6_000);
    // Never down by more than noise sways, never up by more than a sixth of the way in half a second.
    expect(Math.min(...steps)).toBeGreaterThan(-0.005);
    expect(Math.max(...steps)).toBeLessThan(0.02);
    expect(loudest(rig.heard(from, rig.recordedMs()))).toBe(0);
    expect(rig.complaints).toEqual([]);
  });
});

describe('a tone for one ear', () => {
  it('rises from silence on that ear alone, low, and ends', async () => {
    const stereo = await rig.plug('Stereo', 2);
    await rig.wish([], { releaseMs: 300 });
    await rig.until(({ decks }) => decks.length === 0);
    const before = performance.now();
    await rig.order({ chosen: { deviceId: 'unknown', label: 'Stereo' }, cap: 1 });
    await toldAfter(rig, before, 'present');
    const from = stereo.recordedMs();
    await rig.probe({ kind: 'ear', ear: 'right' });
    await rig.listen(5_000);
    const heard = stereo.heard(from, stereo.recordedMs());
    const ear = (offset: 0 | 1): Float32Array => heard.filter((_, at) => at % 2 === offset);
    expect(loudest(ear(0))).toBe(0);
    const levels = envelope([ear(1)], 100).filter((level) => level > 1e-5);
    expect(levels.length).toBeGreaterThan(20);
    expect(levels.length).toBeLessThan(40);
    expect(levels[0]).toBeLessThan(0.004);
    expect(levels.at(-1)).toBeLessThan(0.004);
    expect(Math.max(...levels)).toBeLessThan(0.016);
    expect(Math.max(...levels)).toBeGreaterThan(0.01);
    expect(rig.complaints).toEqual([]);
  });
});
