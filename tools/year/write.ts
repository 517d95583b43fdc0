import { mkdirSync, readdirSync } from 'node:fs';
import { createVault, markVaultInUse } from '../../electron/access/vault.ts';
import { appendWithin, headOf } from '../../electron/record/append.ts';
import { catchUpWholly, settle } from '../../electron/record/catch-up.ts';
import { putContent } from '../../electron/record/contents.ts';
import { closeStore, openStore, type Store } from '../../electron/record/store.ts';
import { fileOf, vaultPlace, type RecordPlace } from '../../electron/opening.ts';
import type { RecordKeys } from '../../electron/access/vault.ts';
import { noKeychain } from '../../test/helpers/keychains.ts';
import { pinHashOf } from '../archive/staff.ts';
import { DAY_MS } from './calendar.ts';
import { yearContents } from './contents.ts';
import { yearStaff } from './people.ts';
import { yearAppends, type YearOptions } from './year.ts';

/** The passphrase of every made-up year. */
export const YEAR_PASSPHRASE = 'made up year';

/** What was written. */
export interface WrittenYear {
  readonly sessions: number;
  readonly events: number;
}

/**
 * Makes the app's data folder of a made-up clinic: a vault under `YEAR_PASSPHRASE` and the clinic's record, by the real
 * append. The app opens it, and `npm run verify` checks it.
 * @param folder empty or missing; one with anything in it is left alone
 */
export async function writeYear(folder: string, options: YearOptions): Promise<WrittenYear> {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error('The folder is not empty. Name another one.');
  const place: RecordPlace = { folder, keychain: noKeychain, pc: `made-up-year-${options.seed}` };
  const vault = await createVault(vaultPlace(place), YEAR_PASSPHRASE);
  if (!vault.ok) throw new Error(`The keys could not be made: ${vault.code}`);
  const { clinic, practice } = vault.data.keys;
  const written = await inStore(openNew(place, 'clinic', clinic), (store) => fill(store, options));
  await inStore(openNew(place, 'practice', practice), () => Promise.resolve());
  const used = await markVaultInUse(vaultPlace(place));
  if (!used.ok) throw new Error(`The keys could not be kept: ${used.code}`);
  return written;
}

function openNew(place: RecordPlace, kind: 'clinic' | 'practice', keys: RecordKeys): Store {
  const store = openStore({ file: fileOf(place, kind), ...keys, pc: place.pc, kind, mayCreate: true });
  if ('ok' in store) throw new Error(`The record could not be made: ${store.code}`);
  return store;
}

async function inStore<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    closeStore(store);
  }
}

async function fill(store: Store, options: YearOptions): Promise<WrittenYear> {
  const { owner } = yearStaff(options.seed);
  const contents = yearContents(options.last - 364 * DAY_MS, owner.name);
  for (const { value } of contents.protocols) putContent(store, 'protocol', value);
  for (const { value } of contents.music) putContent(store, 'music', value);
  const appends = yearAppends(options, contents, await pinHashOf(options.seed));
  store.writer.exec('BEGIN IMMEDIATE');
  const head = headOf(store.writer, store.chainStart);
  for (const append of appends) {
    const answer = appendWithin(store, [append], head);
    if (!answer.ok) throw new Error(`An event was refused: ${answer.code}`);
  }
  store.writer.exec('COMMIT');
  catchUpWholly(store);
  settle(store);
  const sessions = appends.filter(
    ({ stream, expectedSeq }) => expectedSeq === 0 && stream.startsWith('session:'),
  ).length;
  return { sessions, events: head.seq };
}
