import { prepared } from './connection.ts';
import type { FindingCode } from './client-types.ts';
import type { Reading } from './reading.ts';
import { CHAIN_ROWS, chainRowSchema, hashAt, wrongWith } from './verify.ts';

/** Rows looked at between two looks at what else is waiting. */
const BATCH = 50;

/** How one stream's own rows stand. */
export interface StreamCheck {
  readonly entries: number;
  /** The first that does not fit, by its place in the stream; null where all do. */
  readonly bad: { readonly seq: number; readonly code: FindingCode } | null;
}

/**
 * Checks every row of one stream: its seal, its body, its tie to the row of the record before it, and that none of the
 * stream's places is empty. What a cut at the stream's end took away only the check of the whole record finds.
 */
export async function checkStream(store: Reading, stream: string): Promise<StreamCheck> {
  const sql = `${CHAIN_ROWS} WHERE e.stream = ? AND e.stream_seq > ? ORDER BY e.stream_seq LIMIT ${BATCH}`;
  let entries = 0;
  for (;;) {
    const rows = prepared(store.reader, sql).all(stream, entries);
    for (const raw of rows) {
      const code = wrongIn(store, raw, entries + 1);
      if (code !== null) return { entries, bad: { seq: entries + 1, code } };
      entries += 1;
    }
    if (rows.length < BATCH) return { entries, bad: null };
    await new Promise((resume) => setImmediate(resume));
  }
}

function wrongIn(store: Reading, raw: unknown, place: number): FindingCode | null {
  const row = chainRowSchema.safeParse(raw);
  if (!row.success) return 'record.rowUnreadable';
  if (row.data.stream_seq !== place) return 'record.chainBroken';
  const before = row.data.seq - 1;
  const hash = before === 0 ? store.chainStart : hashAt(store.reader, before);
  return wrongWith(store, { seq: before, hash }, row.data, new Map());
}
