import * as z from 'zod/mini';
import { headOf } from '../append.ts';
import { prepared } from '../connection.ts';
import type { Reading } from '../reading.ts';
import type { ChainHead } from './keeper.ts';

const rowSchema = z.object({ hash: z.instanceof(Uint8Array) });

/** The end of a record's chain as it is noted outside. */
export function chainHeadOf({ reader, chainStart, fileId }: Reading): ChainHead {
  const { seq, hash } = headOf(reader, chainStart);
  return { file: Buffer.from(fileId).toString('hex'), seq, hash: Buffer.from(hash).toString('hex') };
}

/** The hash of one row, the start of the chain for 0; null where there is no such row. */
export function hashAt({ reader, chainStart }: Reading, seq: number): Buffer | null {
  if (seq === 0) return Buffer.from(chainStart);
  const row = rowSchema.safeParse(prepared(reader, 'SELECT hash FROM events WHERE seq = ?').get(seq));
  return row.success ? Buffer.from(row.data.hash) : null;
}

/**
 * The last entry that two copies of one record have in common; 0 where they share only the start. A row's hash carries
 * all rows before it, so that they part once and halving finds where.
 */
export function lastCommon(one: Reading, other: Reading): number {
  let same = 0;
  let beyond = Math.min(chainHeadOf(one).seq, chainHeadOf(other).seq) + 1;
  while (beyond - same > 1) {
    const middle = Math.floor((same + beyond) / 2);
    const hash = hashAt(one, middle);
    if (hash !== null && hashAt(other, middle)?.equals(hash) === true) same = middle;
    else beyond = middle;
  }
  return same;
}
