import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { ArchiveSelection } from '../../../shared/people/archive.ts';
import { prepared } from '../connection.ts';
import { staffOnDisk } from '../facts.ts';
import type { RecordKind } from '../client-types.ts';
import type { Sqlite } from '../sqlite.ts';
import { eventLines } from './event-lines.ts';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ContentLine,
  type EndLine,
  type EventLine,
  type HeaderLine,
  type StaffLine,
} from './format.ts';
import { countsOf, select, type Selected } from './select.ts';

/** What the header says beyond what the record itself tells. */
export interface ArchiveFrame {
  readonly archiveId: string;
  readonly kind: RecordKind;
  /** Of the record file, hex. */
  readonly record: string;
  readonly pc: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly selection: ArchiveSelection;
  /** Ids of sessions that are not over. */
  readonly leaveOut: readonly string[];
}

const headSchema = z.object({ seq: z.int(), hash: z.instanceof(Uint8Array) });
const contentRowSchema = z.object({
  hash: z.string(),
  kind: z.enum(['protocol', 'music']),
  body: z.instanceof(Uint8Array),
});

/** The header of an archive and, lazily, all of its lines, the header first. Events are read while the lines are taken. */
export function archiveOf(
  reader: Sqlite,
  frame: ArchiveFrame,
): { readonly header: HeaderLine; readonly lines: Generator<string> } {
  const { leaveOut, ...known } = frame;
  const selected = select(reader, frame.selection, leaveOut);
  // Read after the streams: what they hold lies before it in the chain.
  const row = headSchema.safeParse(prepared(reader, 'SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1').get());
  const head = row.success
    ? { seq: row.data.seq, hash: Buffer.from(row.data.hash).toString('hex') }
    : { seq: 0, hash: '00' };
  const header: HeaderLine = {
    line: 'header',
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    ...known,
    head,
    counts: countsOf(reader, selected),
    leftOut: [...leaveOut],
  };
  return { header, lines: closed(header, innerLines(reader, selected)) };
}

type InnerLine = ContentLine | StaffLine | EventLine;

function* innerLines(reader: Sqlite, selected: Selected): Generator<InnerLine> {
  yield* contentLines(reader, selected.contents);
  yield* staffLines(reader, selected.staff);
  for (const part of selected.streams) yield* eventLines(reader, part);
}

/** Writes lines down and closes them with their number and hash. */
function* closed(header: HeaderLine, inner: Iterable<InnerLine>): Generator<string> {
  const hash = createHash('sha256');
  let lines = 0;
  let events = 0;
  const written = (line: HeaderLine | InnerLine): string => {
    const text = JSON.stringify(line);
    hash.update(`${text}\n`);
    lines += 1;
    if (line.line === 'event') events += 1;
    return text;
  };
  yield written(header);
  for (const line of inner) yield written(line);
  const end: EndLine = { line: 'end', lines, events, sha256: hash.digest('hex') };
  yield JSON.stringify(end);
}

function* contentLines(reader: Sqlite, wanted: ReadonlySet<string> | null): Generator<ContentLine> {
  const sql = 'SELECT hash, kind, body FROM contents WHERE hash > ? ORDER BY hash LIMIT 1';
  for (let after = ''; ;) {
    const row = prepared(reader, sql).get(after);
    if (row === undefined) return;
    const { hash, kind, body } = contentRowSchema.parse(row);
    if (wanted === null || wanted.has(hash))
      yield { line: 'content', hash, kind, body: Buffer.from(body).toString('utf8') };
    after = hash;
  }
}

function* staffLines(reader: Sqlite, wanted: ReadonlySet<string>): Generator<StaffLine> {
  for (const staffId of wanted) {
    const row = prepared(reader, 'SELECT facts FROM staff_rows WHERE staff_id = ?').get(staffId);
    if (row === undefined) continue;
    const { name, role } = staffOnDisk(row);
    yield { line: 'staff', staffId, name, role };
  }
}
