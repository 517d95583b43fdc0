import { beforeAll, describe, expect, it } from 'vitest';
import { openSoundRig, type SoundRig } from './sound-rig.ts';
import type { DesiredDeck } from '../../shared/music/player-state.ts';
import { levelGain } from '../../shared/music/gain.ts';
import { desiredMusic } from '../../shared/music/plan.ts';
import { conducted } from '../helpers/music-builder.ts';
import { TestRoom } from '../helpers/session-builder.ts';
import { encoded, formatNames, measured, softNoise } from './sound-formats.ts';
import {
  betweenUnderruns,
  chord,
  decibels,
  envelope,
  joined,
  largestJump,
  longestQuiet,
  noise,
} from './sound-signal.ts';

const SECONDS = 60;
const first = chord(110, 0.5, SECONDS);
const second = chord(123, 0.5, SECONDS);

/** One track of each format, some twice as loud as others, each levelled by what was measured of it. */
const tracks = formatNames.map((format, index) => {
  const { file, decoded } = encoded(format, softNoise(index + 3, [0.1, 0.2, 0.15, 0.25][index % 4]!, 12));
  const { loudnessLufs, truePeakDb } = measured(decoded);
  const gain = levelGain(loudnessLufs, truePeakDb);
  return { name: `soft.${format}`, file, gain, jump: largestJump([decoded]) * gain };
});

let rig: SoundRig;
beforeAll(async () => {
  rig = await openSoundRig(
    new Map<string, Float32Array | Buffer>([
      ['noise-2.wav', noise(2, 0.2, SECONDS)],
      ['chord-1.wav', first],
      ['chord-2.wav', second],
      ...tracks.map(({ name, file }) => [name, file] as const),
    ]),
  );
  return rig.close;
});

/** What is heard while `act` runs, and `ms` longer. */
async function hear(ms: number, act: () => Promise<void>): Promise<readonly Float32Array[]> {
  const from = rig.recordedMs();
  await act();
  await rig.listen(ms);
  return betweenUnderruns(rig.heard(from, rig.recordedMs()));
}

const playing = (playId: number): Promise<void> =>
  rig.until((report) => report.decks.some((deck) => deck.playId === playId && deck.state === 'playing'));

/** A change of place: down and up again over a second each, however many holes the machine tears into it. */
async function seekSlowly(): Promise<void> {
  const from = rig.recordedMs();
  await rig.wish([{ playId: 3, file: 'chord-1.wav', gain: 0.6, positionMs: 30_000, fadeMs: 1500 }]);
  await rig.listen(4500);
  const position = rig.report()?.decks[0]?.positionMs ?? 0;
  expect(position).toBeGreaterThan(31_000);
  expect(position).toBeLessThan(36_500);
  const levels = envelope([rig.heard(from, rig.recordedMs())], 50);
  const ground = levels.indexOf(Math.min(...levels));
  const between = (level: number): boolean => level > 0.02 * levels[0]! && level < 0.8 * levels[0]!;
  expect(levels[ground]).toBeLessThan(1e-3);
  expect(levels.slice(0, ground).filter(between).length).toBeGreaterThan(5);
  expect(levels.slice(ground).filter(between).length).toBeGreaterThan(5);
}

/** The level of what plays on unchanged, as the way to the sound card leaves it: a resampler takes the top off white noise. */
async function steady(): Promise<number> {
  const levels = envelope(await hear(1000, () => Promise.resolve()), 100);
  return Math.sqrt(levels.reduce((sum, level) => sum + level ** 2, 0) / levels.length);
}

/** What the engine asks of the player now. */
function engineDeckOf(room: TestRoom): DesiredDeck {
  return desiredMusic(conducted(room), room.clock.now(), 1).decks[0]!;
}

describe('what comes out of the sound card', () => {
  it('follows mp3 by m4a, aac, ogg, opus, flac and wav: as loud, without a dip, a bulge, a gap or a jump that is not in the music', async () => {
    const marks: number[] = [];
    for (const [index, { name, gain }] of tracks.entries()) {
      const after = tracks[index + 1]?.name ?? null;
      const preload = after === null ? null : { trackId: after, file: after };
      const deck = { playId: 10 + index, file: name, gain, fadeMs: 1200, durationMs: 12_000 };
      await rig.wish([deck], { releaseMs: 1200, preload });
      await playing(10 + index);
      await rig.listen(1450);
      marks.push(rig.recordedMs());
      await rig.listen(1200);
      marks.push(rig.recordedMs());
    }
    // What the sound card got while one track played alone, and from the first of these moments to the last.
    const alone = tracks.map((_track, index) => rig.heard(marks[index * 2]!, marks[index * 2 + 1]!));
    const whole = rig.heard(marks[0]!, marks.at(-1)!);
    const loud = alone.map((samples) => measured(joined(betweenUnderruns(samples))).loudnessLufs);
    console.log(`Loudness of each, LUFS: ${loud.map((lufs) => lufs.toFixed(2)).join(', ')}`);
    expect(Math.max(...loud) - Math.min(...loud)).toBeLessThan(1);
    const heard = betweenUnderruns(whole);
    const levels = envelope(heard, 200);
    const full = Math.sqrt(levels.reduce((sum, level) => sum + level ** 2, 0) / levels.length);
    expect(Math.min(...levels.map((rms) => decibels(rms / full)))).toBeGreaterThan(-1);
    expect(Math.max(...levels.map((rms) => decibels(rms / full)))).toBeLessThan(1);
    // Here holes of the machine count as well: a track cut off before the next one sounds would look the same.
    expect(longestQuiet(whole, full / 30)).toBeLessThan(5);
    expect(rig.report()?.decks.map(({ playId }) => playId)).toEqual([10 + tracks.length - 1]);
    expect(largestJump(heard)).toBeLessThan(1.5 * Math.max(...tracks.map(({ jump }) => jump)));
  });

  it('sinks by 20 dB within three seconds under a voice, and comes back evenly over twenty', async () => {
    await rig.wish([{ playId: 2, file: 'noise-2.wav', fadeMs: 1000 }], { releaseMs: 1000 });
    await playing(2);
    await rig.listen(2000);
    const room = new TestRoom().started().do({ type: 'setVolume', level: 1 }).do({ type: 'lowerForVoice' });
    const low = engineDeckOf(room);
    const back = engineDeckOf(room.do({ type: 'raiseAfterVoice' }));
    const ownTrack = { playId: 2, file: 'noise-2.wav', positionMs: rig.report()?.decks[0]?.positionMs ?? 0 };
    const full = await steady();
    const down = await hear(4500, () => rig.wish([{ ...ownTrack, gain: low.gain, fadeMs: low.fadeMs }]));
    const sinking = envelope(down, 100).map((rms) => decibels(rms / full));
    const arrived = sinking.findIndex((level) => level < -19.5);
    expect(arrived).toBeGreaterThan(0);
    expect(arrived * 100).toBeLessThan(3000);
    expect(Math.abs(sinking.at(-1)! + 20)).toBeLessThan(0.5);
    const position = rig.report()?.decks[0]?.positionMs ?? 0;
    const up = await hear(22_000, () =>
      rig.wish([{ ...ownTrack, positionMs: position, gain: back.gain, fadeMs: back.fadeMs }]),
    );
    const rising = envelope(up, 500).map((rms) => decibels(rms / full));
    const steps = rising.slice(1).map((level, i) => level - rising[i]!);
    const there = rising.findIndex((level) => level > -0.3) * 500;
    expect(there).toBeGreaterThan(17_000);
    expect(there).toBeLessThan(21_500);
    // Never down by more than noise itself sways, never up by more than 2 dB a second.
    expect(Math.min(...steps)).toBeGreaterThan(-0.2);
    expect(Math.max(...steps)).toBeLessThan(1);
  });

  it('fades steadily to nothing', async () => {
    const heard = await hear(3800, () => rig.wish([], { releaseMs: 2500 }));
    const levels = envelope(heard, 100);
    expect(levels.at(-1)).toBeLessThan(1e-4);
    // Noise itself sways by a few percent from window to window.
    const rises = levels.slice(1).map((level, i) => level / Math.max(levels[i]!, 1e-4));
    expect(Math.max(...rises)).toBeLessThan(1.1);
    const half = levels.findIndex((level) => level < 0.1);
    const gone = levels.findIndex((level) => level < 0.002);
    expect(gone - half).toBeGreaterThan(3);
  });

  it('begins, changes its volume and its place, and crosses without a click', async () => {
    const material = largestJump([first, second]);
    const heard = await hear(2000, async () => {
      await rig.wish([{ playId: 3, file: 'chord-1.wav', fadeMs: 2000 }], {
        preload: { trackId: 'chord-2.wav', file: 'chord-2.wav' },
      });
      await playing(3);
      await rig.listen(2500);
      await rig.wish([{ playId: 3, file: 'chord-1.wav', gain: 0.6, positionMs: 2500, fadeMs: 1500 }]);
      await rig.listen(2000);
      await seekSlowly();
      await rig.wish([{ playId: 4, file: 'chord-2.wav', fadeMs: 3000 }], { releaseMs: 3000 });
      await rig.listen(3000);
    });
    // Two chords that cross reach 1.4 of one, and a volume that moves in steps adds to it; a cut is ten times as much.
    expect(largestJump(heard)).toBeLessThan(material * 2.5);
  });

  it('is silent two seconds after the emergency', async () => {
    const heard = await hear(3200, () => rig.wish([], { releaseMs: 2000 }));
    const levels = envelope(heard, 50);
    const begins = levels.findIndex((level) => level < 0.8 * levels[0]!);
    const silent = levels.findLastIndex((level) => level > 1e-3) + 1;
    expect(begins).toBeGreaterThan(0);
    expect((silent - begins) * 50).toBeLessThan(2000);
    // With the buffers of browser and sound server on the way.
    expect(silent * 50).toBeLessThan(3000);
    expect(rig.report()?.decks).toEqual([]);
  });

  it('complains of nothing', () => {
    expect(rig.complaints).toEqual([]);
  });
});
