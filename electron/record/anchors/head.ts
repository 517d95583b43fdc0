import { headOf } from '../append.ts';
import type { Reading } from '../reading.ts';
import type { ChainHead } from './keeper.ts';

/** The end of a record's chain as it is noted outside. */
export function chainHeadOf({ reader, chainStart, fileId }: Reading): ChainHead {
  const { seq, hash } = headOf(reader, chainStart);
  return { file: Buffer.from(fileId).toString('hex'), seq, hash: Buffer.from(hash).toString('hex') };
}
