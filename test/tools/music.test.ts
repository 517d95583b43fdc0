import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCatalog, tracksById, type CatalogTrack } from '../../tools/music/catalog.ts';
import { renderTrack } from '../../tools/music/engine.ts';
import { planHarmony } from '../../tools/music/harmony.ts';
import { integratedLufs, stepPowers } from '../../tools/music/loudness.ts';
import { pcmHash } from '../../tools/music/master.ts';
import { TableBank, buildPadTable } from '../../tools/music/padtable.ts';
import { ALL_TRACKS } from '../../tools/music/sets/index.ts';
import { truePeakDb } from '../../tools/music/truepeak.ts';
import { RATE } from '../../tools/music/types.ts';

const FOLDER = fileURLToPath(new URL('../../assets/music/', import.meta.url));
const CROSSFADE_MS = 8000;

function tone(hz: number, gainDb: number, seconds: number): Float32Array {
  const gain = Math.pow(10, gainDb / 20);
  return Float32Array.from({ length: seconds * RATE }, (_, i) => gain * Math.sin((2 * Math.PI * hz * i) / RATE));
}

/** Sounding time of tracks that overlap by the crossfade. */
function joinedMs(tracks: readonly CatalogTrack[]): number {
  return tracks.reduce((sum, track) => sum + track.durationMs, 0) - CROSSFADE_MS * (tracks.length - 1);
}

describe('loudness meter', () => {
  it.each([
    ['both sides at full scale', 0, 0, 0],
    ['one side at full scale', 0, -Infinity, -3.01],
    ['both sides at -23 dB', -23, -23, -23],
  ])('reads a 997 Hz sine on %s', (_, leftDb, rightDb, lufs) => {
    const measured = integratedLufs(stepPowers(tone(997, leftDb, 5), tone(997, rightDb, 5)));
    expect(measured).toBeCloseTo(lufs, 1);
  });

  it('leaves silence out of the integrated loudness', () => {
    const sound = tone(997, -23, 4);
    const padded = new Float32Array(sound.length * 3);
    padded.set(sound, sound.length);
    expect(integratedLufs(stepPowers(padded, padded))).toBeCloseTo(-23, 0);
  });

  it('finds the peak between samples', () => {
    const quarter = Float32Array.from({ length: RATE }, (_, i) => Math.sin((Math.PI / 2) * i + Math.PI / 4));
    expect(truePeakDb(quarter, quarter)).toBeCloseTo(0, 1);
  });
});

describe('renderer', () => {
  it('builds the same table of a note each time', () => {
    expect(pcmHash(new Int16Array(buildPadTable('glass', 69).buffer))).toBe(
      pcmHash(new Int16Array(buildPadTable('glass', 69).buffer)),
    );
  });

  it('gives the same samples each time', () => {
    const spec = ALL_TRACKS.find((track) => track.id === 'shoreline-13')!;
    const bank = new TableBank();
    const first = renderTrack(spec, { seconds: 10, bank });
    const again = renderTrack(spec, { seconds: 10, bank });
    expect(first.pcm.length).toBe(2 * 10 * RATE);
    expect(again.sha256).toBe(first.sha256);
  });
});

describe('score', () => {
  it.each(ALL_TRACKS.map((track) => [track.id, track] as const))(
    '%s begins and ends at home and changes slowly',
    (_, track) => {
      const plan = planHarmony(track, 16, 12);
      expect(track.progression.at(-1)).toBe(track.progression[0]);
      expect(Math.min(...plan.map((segment) => segment.end - segment.start))).toBeGreaterThan(15);
      const inRegister = plan.flatMap((segment) => segment.voices);
      expect(Math.min(...inRegister)).toBeGreaterThanOrEqual(track.register[0]);
      expect(Math.max(...inRegister)).toBeLessThanOrEqual(track.register[1]);
    },
  );

  it('moves no voice by more than a fifth at a time', () => {
    for (const track of ALL_TRACKS) {
      planHarmony(track, 16, 12).reduce((before, now) => {
        now.voices.forEach((note, i) => expect(Math.abs(note - before.voices[i]!)).toBeLessThanOrEqual(7));
        return now;
      });
    }
  });
});

describe('catalogue', () => {
  it('covers the phases of fifty minutes without repeating a track', async () => {
    const catalog = await readCatalog(FOLDER);
    expect(catalog.sets.map((set) => set.id)).toEqual(['shoreline', 'glass-harbour', 'understory']);
    for (const { tracks } of catalog.sets) {
      const minutes = (phase: string) => joinedMs(tracks.filter((track) => track.phase === phase)) / 60_000;
      expect(minutes('arrive')).toBeGreaterThanOrEqual(5);
      expect(minutes('onset')).toBeGreaterThanOrEqual(8);
      expect(minutes('build')).toBeGreaterThanOrEqual(10);
      expect(minutes('peak')).toBeGreaterThanOrEqual(20);
      expect(minutes('return')).toBeGreaterThanOrEqual(12);
    }
    expect(catalog.recovery).toMatchObject({ durationMs: 2_400_000, loop: true, loopCrossfadeMs: 20_000 });
  });

  it('promises the common loudness, headroom and no voice', async () => {
    for (const track of tracksById(await readCatalog(FOLDER)).values()) {
      expect(track).toMatchObject({ loudnessLufs: -23, lyrics: false, percussion: false });
      expect(track.truePeakDb).toBeLessThanOrEqual(-3);
    }
  });

  it('names files that exist and stay below 60 MB together', async () => {
    const tracks = [...tracksById(await readCatalog(FOLDER)).values()];
    const sizes = await Promise.all(tracks.map(async ({ file }) => (await stat(path.join(FOLDER, file))).size));
    expect(Math.min(...sizes)).toBeGreaterThan(100_000);
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(60_000_000);
  });
});
