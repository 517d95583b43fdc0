import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { chainStart } from '../row.ts';
import { anchorFileOf, readyAnchors } from './anchor-file.ts';
import { anchorLine, type Anchor } from './anchor.ts';
import type { ChainHead } from './keeper.ts';

interface AnchoredRecord {
  readonly file: string;
  readonly chainKey: Uint8Array;
}

/** The first note of a record, made together with it: from then on, missing notes are a finding. */
export function noteMade(record: AnchoredRecord, fileId: Uint8Array, wallMs: number): void {
  const file = Buffer.from(fileId).toString('hex');
  const hash = Buffer.from(chainStart(fileId)).toString('hex');
  add(record, { file, seq: 0, hash, at: wallMs, reason: 'start' });
}

/**
 * Notes that a record goes from one head to another by a restore. Called in a job, just before the files change places:
 * from then on, what the record that goes has beyond the last entry both have (`fork`) is known to be left behind and is
 * no finding. `from` and `fork` are null where the record that goes could not be read.
 */
export function noteRestored(
  record: AnchoredRecord,
  change: {
    readonly from: ChainHead | null;
    readonly to: ChainHead;
    readonly fork: number | null;
    readonly by: string;
    readonly wallMs: number;
  },
): void {
  const { to, by, wallMs } = change;
  const from = change.from === null ? {} : { from: { seq: change.from.seq, hash: change.from.hash } };
  const fork = change.fork === null ? {} : { fork: change.fork };
  add(record, { ...to, at: wallMs, reason: 'restored', ...from, ...fork, by });
}

/** Adds one line, synced; synchronous, for workers. */
function add(record: AnchoredRecord, note: Omit<Anchor, 'n'>): void {
  const file = anchorFileOf(record.file);
  const newest = readyAnchors(file, record.chainKey, note.at);
  const opened = openSync(file, 'a', 0o600);
  try {
    writeSync(opened, `${anchorLine({ n: (newest?.n ?? 0) + 1, ...note }, record.chainKey)}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
