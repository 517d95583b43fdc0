import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import type { Decoder } from '../../../../electron/music/import/decoder.ts';
import { Importer } from '../../../../electron/music/import/importer.ts';
import { openMusicStore } from '../../../../electron/music/store.ts';
import type { Decoded } from '../../../../shared/ipc/music.ts';
import { wavOf } from '../../../helpers/wav.ts';

const around = mkdtempSync(path.join(tmpdir(), 'stillroom-importer-'));
afterAll(() => rmSync(around, { recursive: true, force: true }));
let made = 0;

const measured = { loudnessLufs: -23, truePeakDb: -20, durationMs: 1000, silenceStartMs: 0, silenceEndMs: 0 };
const good: Decoded = { token: 1, outcome: 'measured', measured, cover: null };

type Decodes = (told: (ms: number) => void) => Promise<Decoded | null>;

/** An import from a stick of six files, with a window that answers as told; null: it was closed. */
async function stickOf(decodes: (at: number) => Decodes) {
  const folder = path.join(around, String((made += 1)));
  const stick = path.join(folder, 'stick');
  mkdirSync(stick, { recursive: true });
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
    writeFileSync(path.join(stick, `${name}.wav`), wavOf({ seconds: 1, level: -name.charCodeAt(0) / 4 }));
  const store = await openMusicStore(path.join(folder, 'music'));
  let [asked, closed] = [0, (): void => undefined];
  const decoder: Decoder = {
    decode: (_order, told) => {
      asked += 1;
      const ended = new Promise<null>((resolve) => {
        closed = () => resolve(null);
      });
      return Promise.race([ended, decodes(asked)(told)]);
    },
    close: () => closed(),
    ready: () => undefined,
    going: () => undefined,
    done: () => undefined,
  };
  const room = { live: false };
  const importer = new Importer({ store, decoder, now: () => 0, live: () => room.live });
  const stopping = new AbortController();
  const run = (progress: (now: { done: number; total: number }) => void = () => undefined) =>
    importer.run([stick], { progress, signal: stopping.signal });
  return { stick, store, importer, room, stopping, run };
}

const never = (): Promise<null> => new Promise(() => undefined);

it('each file gets its reason; a stick that is pulled out midway leaves what was brought in, and nothing half there', async () => {
  const answers: (Decoded | null)[] = [
    null,
    { ...good, outcome: 'tooLong', measured: null },
    { ...good, measured: { ...measured, durationMs: 700 } },
  ];
  const found = await stickOf((at) => async () => {
    if (at === 4) {
      // The fifth is copied while the fourth is decoded.
      await vi.waitFor(() => expect(readdirSync(found.store.place.incoming)).toHaveLength(2), { timeout: 60_000 });
      rmSync(found.stick, { recursive: true });
    }
    return answers[at - 1] ?? (at >= 4 ? good : null);
  });
  expect(await found.run()).toMatchObject({ ok: true, data: { imported: 2, total: 6 } });
  expect(found.importer.lines.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
    ...['broken', 'tooLong', 'truncated', 'imported', 'imported', 'gone'],
  ]);
  expect(readdirSync(found.store.place.files)).toHaveLength(2);
  expect(readdirSync(found.store.place.incoming)).toEqual([]);
});

it('is stopped in the middle of a file, and nothing of that file stays', async () => {
  const found = await stickOf((at) => async () => {
    if (at === 1) return good;
    found.stopping.abort();
    return never();
  });
  expect(await found.run()).toMatchObject({ ok: false, code: 'music.stopped' });
  expect(found.store.tracks()).toHaveLength(1);
  expect(readdirSync(found.store.place.incoming)).toEqual([]);
});

it('a session that begins ends it, and how far a long file is counts as a part of it', async () => {
  const found = await stickOf((at) => async (told) => {
    if (at === 1) return good;
    told(500);
    found.room.live = true;
    told(600);
    return never();
  });
  const shares: number[] = [];
  expect(await found.run(({ done }) => shares.push(done))).toMatchObject({ code: 'record.sessionRuns' });
  expect(shares).toEqual([0, 1, 1.5]);
});

it('a folder that cannot be looked through stands in the report by its name, before the files', async () => {
  const found = await stickOf(() => async () => good);
  // Deeper than any path may be long: a folder that not even an administrator can read by its path.
  const name = 'deep'.repeat(60);
  const chainIn = (folder: string): string => {
    const bottom = path.join(folder, ...Array.from({ length: 12 }, () => name));
    mkdirSync(bottom, { recursive: true });
    return bottom;
  };
  const aside = mkdtempSync(path.join(around, 'aside-'));
  chainIn(aside);
  const [here, there] = [path.join(aside, name), path.join(chainIn(found.stick), name)];
  renameSync(here, there);
  expect(await found.run()).toMatchObject({ ok: true, data: { imported: 6, total: 6 } });
  const [first, ...files] = found.importer.lines;
  expect(first).toEqual({ name, outcome: 'refused', reason: 'folder', kind: '' });
  expect(files.every(({ outcome }) => outcome === 'imported')).toBe(true);
  renameSync(there, here);
});
