import * as z from 'zod/mini';
import type { Finding } from '../client-types.ts';
import { prepared } from '../connection.ts';
import type { Reading } from '../reading.ts';
import type { Anchor } from './anchor.ts';
import { anchorFileOf, byNumber, readAnchors } from './anchor-file.ts';
import { hashAt } from './head.ts';

const headSchema = z.object({ seq: z.int(), wall: z.number() });

/**
 * Holds a record against what was noted of it outside: beside the record, and in other files where they are given.
 * A copy elsewhere that cannot be read is left out: a share that is away is no finding about the record.
 */
export function anchorFindings(reading: Reading, recordFile: string, elsewhere: readonly string[] = []): Finding[] {
  const here = readAnchors(anchorFileOf(recordFile), reading.chainKey);
  const copies = elsewhere.flatMap((file) => anchorsElsewhere(file, reading.chainKey));
  const head = headOf(reading);
  const gone = here.kind === 'none' && head.seq > 0;
  return [
    ...(gone ? [{ code: 'record.anchorsMissing' as const, params: {} }] : []),
    ...(here.damaged > 0 ? [{ code: 'record.anchorsDamaged' as const, params: { lines: here.damaged } }] : []),
    ...misfits(reading, head, expected(byNumber([...here.anchors, ...copies]))),
  ];
}

/**
 * What must still stand in the record: every note, but those that a noted restore left behind. Where the copy was made on
 * a branch that an earlier restore had left, that is everything after the last entry both have.
 */
export function expected(anchors: readonly Anchor[]): Anchor[] {
  let standing: Anchor[] = [];
  for (const anchor of anchors) {
    const kept = Math.min(anchor.fork ?? anchor.seq, anchor.seq);
    if (anchor.reason === 'restored') standing = standing.filter(({ seq }) => seq <= kept);
    standing.push(anchor);
  }
  return standing.toSorted((one, other) => one.seq - other.seq || one.n - other.n);
}

function misfits(reading: Reading, head: z.infer<typeof headSchema>, anchors: readonly Anchor[]): Finding[] {
  const bad = anchors.find((anchor) => !fits(reading, anchor));
  const newest = anchors.at(-1);
  if (bad === undefined || newest === undefined) return [];
  if (bad.seq > head.seq) {
    const missing = newest.seq - head.seq;
    return [{ code: 'record.behindAnchor', params: { seq: head.seq, missing, from: head.wall, until: newest.at } }];
  }
  const good = anchors.findLast((anchor) => anchor.seq < bad.seq && fits(reading, anchor));
  const params = { seq: bad.seq, at: bad.at, goodSeq: good?.seq ?? 0, goodAt: good?.at ?? 0 };
  return [{ code: 'record.rewritten', params }];
}

/** A restore that was noted and then did not happen left the record it was to replace: that is as good. */
function fits(reading: Reading, anchor: Anchor): boolean {
  if (anchor.file !== Buffer.from(reading.fileId).toString('hex')) return false;
  return has(reading, anchor) || (anchor.from !== undefined && has(reading, anchor.from));
}

function has(reading: Reading, { seq, hash }: { readonly seq: number; readonly hash: string }): boolean {
  return hashAt(reading, seq)?.toString('hex') === hash;
}

function headOf(reading: Reading): z.infer<typeof headSchema> {
  const sql = 'SELECT seq, recorded_wall AS wall FROM events ORDER BY seq DESC LIMIT 1';
  const row = headSchema.safeParse(prepared(reading.reader, sql).get());
  return row.success ? row.data : { seq: 0, wall: 0 };
}

function anchorsElsewhere(file: string, chainKey: Uint8Array): readonly Anchor[] {
  try {
    return readAnchors(file, chainKey).anchors;
  } catch {
    return [];
  }
}
