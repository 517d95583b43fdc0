import * as z from 'zod/mini';
import { headOf } from './append.ts';
import { prepared } from './connection.ts';
import type { Reading } from './reading.ts';

/** Rows looked at in one go: a few hundredths of a second, so that no entry waits for it. */
const MOST_ROWS = 20_000;

const rowSchema = z.object({ stream: z.string(), first: z.int(), last: z.int(), here: z.int() });

/** A stream that went on. */
export interface ChangedStream {
  readonly stream: string;
  /** Its own first and last new entry. */
  readonly first: number;
  readonly last: number;
  /** The last one that this PC wrote, 0 where it wrote none: the others came with an archive. */
  readonly here: number;
}

/** Streams that went on after a global seq. */
export interface ChangedStreams {
  /** Looked at up to here. */
  readonly to: number;
  /** Whether that is all there is. */
  readonly done: boolean;
  readonly streams: readonly ChangedStream[];
}

/** Sessions and courses that went on after the entry with this global seq, a stretch of entries at a time. */
export function changedStreams({ reader, chainStart }: Reading, pc: string, after: number): ChangedStreams {
  const head = headOf(reader, chainStart).seq;
  // A record that was restored from a copy may end before what was known of it.
  const to = Math.min(head, after + MOST_ROWS);
  const sql = `SELECT stream, min(stream_seq) AS first, max(stream_seq) AS last, max(iif(pc = ?, stream_seq, 0)) AS here FROM events
    WHERE seq > ? AND seq <= ? AND (stream GLOB 'session:*' OR stream GLOB 'course:*') GROUP BY stream`;
  const rows = z.array(rowSchema).parse(prepared(reader, sql).all(pc, after, to));
  return { to, done: to === head, streams: rows };
}
