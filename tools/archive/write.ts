import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { anchorFileOf } from '../../electron/record/anchors/anchor-file.ts';
import { appendWithin, headOf, type Head } from '../../electron/record/append.ts';
import { catchUpWholly, settle } from '../../electron/record/catch-up.ts';
import type { Append } from '../../electron/record/client.ts';
import { putContent } from '../../electron/record/contents.ts';
import { syncFile } from '../../electron/record/durable.ts';
import { closeStore, openStore, type Store } from '../../electron/record/store.ts';
import { archiveContents } from './contents.ts';
import { daysMade } from './day-makers.ts';
import { archiveMaker, type ArchiveOptions } from './day.ts';
import { codeOf, MANIFEST, optionsOf, type Manifest } from './manifest.ts';
import { pinHashOf } from './staff.ts';

/** Sessions written per transaction: command ids are random, so that each transaction touches all of their tree. */
const BATCH = 10_000;
/** Told whenever so many more sessions are written. */
const TOLD_EVERY = 1_000;
/** Pages kept in memory while an archive is made, KiB. */
const CACHE_KIB = 2_000_000;

/** Hears how many sessions are written. */
export type Told = (sessions: number) => void;

/**
 * Makes the encrypted record of an archive in a folder, by the real append; what lay there before is taken away. The
 * manifest is written last, so that a folder with one holds a whole archive.
 */
export async function writeArchive(folder: string, options: ArchiveOptions, told: Told): Promise<Manifest> {
  const begun = performance.now();
  const file = 'archive.db';
  rmSync(path.join(folder, MANIFEST), { force: true });
  const database = path.join(folder, file);
  for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true });
  rmSync(anchorFileOf(database), { force: true });
  mkdirSync(folder, { recursive: true });
  const hex = (bytes: number): string => randomBytes(bytes).toString('hex');
  const half = { code: codeOf(), ...options, file, dataKey: hex(32), chainKey: hex(32), pc: `made-up-${options.seed}` };
  const store = openStore({ ...optionsOf(folder, { ...half, events: 0, madeInMs: 0 }), mayCreate: true });
  if ('ok' in store) throw new Error(`The archive could not be made: ${store.code}`);
  // A half archive is of no use to anybody and made anew: until it is whole, nothing is kept twice or waited for.
  store.reader.close();
  for (const setting of [`cache_size = -${CACHE_KIB}`, 'journal_mode = OFF', 'synchronous = OFF'])
    store.writer.pragma(setting);
  const events = await fill(store, options, told);
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL']) store.writer.pragma(setting);
  catchUpWholly(store);
  settle(store);
  closeStore(store);
  syncFile(database);
  const manifest = { ...half, events, madeInMs: Math.round(performance.now() - begun) };
  writeFileSync(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Writes everything but the derived rows. @returns how many events */
async function fill(store: Store, options: ArchiveOptions, told: Told): Promise<number> {
  const contents = archiveContents();
  putContent(store, 'protocol', contents.protocol.value);
  for (const { value } of contents.music) putContent(store, 'music', value);
  const maker = archiveMaker(options, contents);
  const pinHash = await pinHashOf(options.seed);
  let sessions = 0;
  let committed = 0;
  store.writer.exec('BEGIN IMMEDIATE');
  const head = headOf(store.writer, store.chainStart);
  append(store, maker.staff(pinHash), head);
  for await (const appends of daysMade(options, maker.days.length, Math.max(1, availableParallelism() - 1))) {
    append(store, appends, head);
    sessions += appends.filter(({ stream, expectedSeq }) => expectedSeq === 0 && stream.startsWith('session:')).length;
    if (sessions % TOLD_EVERY === 0) told(sessions);
    if (sessions - committed < BATCH) continue;
    store.writer.exec('COMMIT; BEGIN IMMEDIATE');
    committed = sessions;
  }
  store.writer.exec('COMMIT');
  return head.seq;
}

function append(store: Store, appends: readonly Append[], head: Head): void {
  for (const request of appends) {
    const answer = appendWithin(store, [request], head);
    if (!answer.ok) throw new Error(`An event was refused: ${answer.code}`);
  }
}
