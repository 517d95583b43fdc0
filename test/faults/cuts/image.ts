import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { anchorFileOf } from '../../../electron/record/anchors/anchor-file.ts';
import { anchorLine } from '../../../electron/record/anchors/anchor.ts';
import { appendEvents, headOf } from '../../../electron/record/append.ts';
import { settle } from '../../../electron/record/catch-up.ts';
import type { OpenOptions } from '../../../electron/record/client-types.ts';
import { putContent } from '../../../electron/record/contents.ts';
import { leaveStore } from '../../../electron/record/store.ts';
import { anAppend, clockAt, createdBody, openStoreOrThrow, tempOptions } from '../../helpers/temp-record.ts';

/** Events moved into the file, and events that stand in its log alone. */
const IN_FILE = 40;
const IN_LOG = 12;
/** One event in so many has a body of several pages. */
const LONG_EVERY = 8;

/** The files of a record at a moment when the machine went off, and what had been acknowledged by then. */
export interface Image {
  readonly options: OpenOptions;
  readonly file: Buffer;
  readonly log: Buffer;
  readonly notes: Buffer;
  readonly acknowledged: readonly { readonly commandId: string; readonly body: unknown }[];
}

/** A record with everything in it that a session leaves; its head is noted outside once more at the end. */
export function makeImage(folder: string): Image {
  const options = { ...tempOptions(folder), file: path.join(folder, 'clinic.db') };
  const store = openStoreOrThrow(options);
  const acknowledged: { commandId: string; body: unknown }[] = [];
  const append = (index: number): void => {
    const text = `${index} ${'y'.repeat(index % LONG_EVERY === 7 ? 10_000 : 300)}`;
    const body = index === 0 ? createdBody() : { type: 'noted', text };
    appendEvents(store, [anAppend('session:a', index, `k${index}`, body, index)]);
    acknowledged.push({ commandId: `k${index}`, body });
  };
  for (let index = 0; index < IN_FILE; index += 1) append(index);
  putContent(store, 'protocol', { text: 'z'.repeat(9_000) });
  settle(store);
  store.writer.pragma('wal_checkpoint(TRUNCATE)');
  for (let index = IN_FILE; index < IN_FILE + IN_LOG; index += 1) append(index);
  settle(store);
  const { seq, hash } = headOf(store.reader, store.chainStart);
  const note = { n: 2, file: Buffer.from(store.fileId).toString('hex'), seq, hash: Buffer.from(hash).toString('hex') };
  const line = anchorLine({ ...note, at: clockAt(acknowledged.length).wallMs, reason: 'minute' }, options.chainKey);
  appendFileSync(anchorFileOf(options.file), `${line}\n`);
  const read = (name: string): Buffer => readFileSync(name);
  const image = {
    options,
    file: read(options.file),
    log: read(`${options.file}-wal`),
    notes: read(anchorFileOf(options.file)),
    acknowledged,
  };
  leaveStore(store);
  return image;
}
