import * as z from 'zod/mini';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';
import type { EventLine } from './format.ts';

/** How the events of an archive stand to those here. */
export interface Matched {
  /** Not here. */
  readonly fresh: readonly EventLine[];
  readonly known: number;
  /** Known, with a body in the archive and none here any more. */
  readonly erasedHere: number;
  /** Known, without a body in the archive and with one here. */
  readonly erasedThere: number;
}

const localSchema = z.object({ stream_seq: z.int(), commitment: z.instanceof(Uint8Array), has_body: z.int() });
const lastSchema = z.object({ last: z.int() });
const LOCAL = `SELECT e.stream_seq, e.commitment, b.seq IS NOT NULL AS has_body FROM events e
  LEFT JOIN bodies b ON b.seq = e.seq WHERE e.stream = ? AND e.stream_seq >= ? AND e.stream_seq <= ?`;

/**
 * Tells which events of one stream of an archive are here, as they come. Two events are the same where stream and
 * commitment are. As long as both went the same way they are compared place by place; from the first place at which
 * they differ on, the rest of the stream here is looked up in a table in memory.
 */
export class StreamMatcher {
  readonly #reader: Sqlite;
  readonly #stream: string;
  /** Events here when the matching began. */
  readonly localLast: number;
  #forked = false;

  constructor(reader: Sqlite, stream: string) {
    this.#reader = reader;
    this.#stream = stream;
    const sql = 'SELECT coalesce(max(stream_seq), 0) AS last FROM events WHERE stream = ?';
    this.localLast = lastSchema.parse(prepared(reader, sql).get(stream)).last;
  }

  /** Whether the stream here and the archive's went different ways. */
  get forked(): boolean {
    return this.#forked;
  }

  match(events: readonly EventLine[]): Matched {
    const from = events[0]?.streamSeq ?? 1;
    const local = this.#localFrom(from, from + events.length - 1);
    const matched = { fresh: [] as EventLine[], known: 0, erasedHere: 0, erasedThere: 0 };
    for (const event of events) {
      const here = this.#hasBody(event, local.get(event.streamSeq));
      if (here === null) {
        matched.fresh.push(event);
        continue;
      }
      matched.known += 1;
      if (event.body !== null && !here) matched.erasedHere += 1;
      if (event.body === null && here) matched.erasedThere += 1;
    }
    return matched;
  }

  /** Whether the event here has its body; null where the event is not here. */
  #hasBody(event: EventLine, atPlace: z.infer<typeof localSchema> | undefined): boolean | null {
    if (!this.#forked) {
      if (event.streamSeq > this.localLast) return null;
      if (atPlace !== undefined && base64(atPlace.commitment) === event.commitment) return atPlace.has_body === 1;
      this.#fork(event.streamSeq);
    }
    const sql = 'SELECT has_body FROM temp.here WHERE commitment = ?';
    const row = prepared(this.#reader, sql).get(Buffer.from(event.commitment, 'base64'));
    return row === undefined ? null : z.object({ has_body: z.int() }).parse(row).has_body === 1;
  }

  /** From here on by commitment. The table is of this connection and, as everything temporary, in memory. */
  #fork(from: number): void {
    this.#forked = true;
    this.#reader.exec(
      'CREATE TABLE IF NOT EXISTS temp.here (commitment BLOB PRIMARY KEY, has_body INTEGER) WITHOUT ROWID',
    );
    this.#reader.exec('DELETE FROM temp.here');
    const sql = `INSERT OR IGNORE INTO temp.here SELECT commitment, has_body FROM (${LOCAL})`;
    prepared(this.#reader, sql).run(this.#stream, from, this.localLast);
  }

  #localFrom(from: number, to: number): Map<number, z.infer<typeof localSchema>> {
    if (this.#forked || from > this.localLast) return new Map();
    const rows = prepared(this.#reader, LOCAL).all(this.#stream, from, Math.min(to, this.localLast));
    return new Map(
      z
        .array(localSchema)
        .parse(rows)
        .map((row) => [row.stream_seq, row]),
    );
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
