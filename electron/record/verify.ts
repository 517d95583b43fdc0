import * as z from 'zod/mini';
import { erasureBodySchema, erases } from '../../shared/people/erasure-events.ts';
import { headOf } from './append.ts';
import { anchorFindings } from './anchors/compare.ts';
import { checkTables } from './verify-tables.ts';
import { streamKinds } from '../../shared/record/health.ts';
import type { CheckReport, ContentKind, Finding, FindingCode } from './client-types.ts';
import { prepared } from './connection.ts';
import { authorOf } from './event-rows.ts';
import { commitmentOf, hashOf, hashedColumns, type StoredRow } from './row.ts';
import { SCHEMA_VERSION, standingSchema } from './schema.ts';
import type { Reading } from './reading.ts';
import type { Sqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** Rows that the start-up check looks at, at least. */
const TAIL = 2_000;
/** Rows read at once, between two looks at what else is waiting: each is a dozen buffers, and 500 held 35 to 70 MB more. */
const BATCH = 100;

const bytes = z.instanceof(Uint8Array);
// Texts come as their stored bytes: two different ones could read as the same text.
const columns = hashedColumns.map(([name, type]) =>
  type === 'text' ? `CAST(e.${name} AS BLOB) AS ${name}` : `e.${name}`,
);
/** Rows of the chain with their bodies, as `chainRowSchema` reads them. */
export const CHAIN_ROWS = `SELECT ${columns.join(', ')}, e.hash, b.salt, b.body FROM events e
  LEFT JOIN bodies b ON b.seq = e.seq`;
const ROWS = `${CHAIN_ROWS} WHERE e.seq > ? ORDER BY e.seq LIMIT ${BATCH}`;

export const chainRowSchema = z.object({
  seq: z.int(),
  stream: bytes,
  stream_seq: z.int(),
  recorded_wall: z.number(),
  recorded_monotonic: z.number(),
  recorded_uptime: z.number(),
  boot_id: bytes,
  occurred_at: z.number(),
  session_ms: z.nullable(z.number()),
  author: bytes,
  pc: bytes,
  command_id: z.nullable(bytes),
  version: z.int(),
  commitment: bytes,
  prev_hash: bytes,
  hash: bytes,
  salt: z.nullable(bytes),
  body: z.nullable(bytes),
});
/** Members of a body that name a kept content. */
const namingSchema = z.object({ protocolHash: z.optional(z.unknown()), musicHash: z.optional(z.unknown()) });
type ChainRow = z.infer<typeof chainRowSchema>;

/** The start-up check: the tail of the chain, at least 2,000 rows and all since the last clean close. */
export async function checkTail(store: Store): Promise<CheckReport> {
  const { seq } = headOf(store.reader, store.chainStart);
  const report = await checkAfter(store, Math.max(0, Math.min(store.cleanSeq, seq - TAIL)));
  // Programs of schema 1 noted no head outside the file: none can be missing.
  const outside = anchorFindings(store, store.file).filter(
    ({ code }) => store.upgradedFrom !== 1 || code !== 'record.anchorsMissing',
  );
  const unclean: Finding[] = store.closedCleanly ? [] : [{ code: 'record.notClosedCleanly', params: {} }];
  const from = store.upgradedFrom;
  const upgraded: Finding[] = from === null ? [] : [{ code: 'record.upgraded', params: { from, to: SCHEMA_VERSION } }];
  return { ...report, findings: [...report.findings, ...outside, ...unclean, ...upgraded] };
}

/** Told how many rows are checked, of how many; a `false` ends the check. */
export type CheckStep = (done: number, total: number) => boolean;

/** The whole chain, and everything that lies beside it; null where `step` ended it. Other requests are served in between. */
export function verifyAll(reading: Reading): Promise<CheckReport>;
export function verifyAll(reading: Reading, step: CheckStep): Promise<CheckReport | null>;
export async function verifyAll(reading: Reading, step: CheckStep = () => true): Promise<CheckReport | null> {
  const total = headOf(reading.reader, reading.chainStart).seq;
  const named = new Map<string, ContentKind>();
  const report = await checkAfter(reading, 0, (done) => step(done, total), named);
  if (report === null) return null;
  // What lies beside the chain is held against a chain that holds.
  const rest = report.firstBadSeq === null ? await checkTables(reading, named, () => step(total, total)) : [];
  if (rest === null) return null;
  const pages: Finding[] = pagesStand(reading.reader) ? [] : [{ code: 'record.pagesDamaged', params: {} }];
  return { ...report, findings: [...report.findings, ...rest, ...pages] };
}

/** Whether SQLite can read every page and finds its trees whole: those of lists and indexes too, which the walk never meets. */
function pagesStand(reader: Sqlite): boolean {
  try {
    return reader.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    // A full text index that cannot be read is an error instead of an answer.
    return false;
  }
}

/** The last so many rows of the chain; null where `goOn` ended it. */
export function verifyTail(reading: Reading, rows: number, goOn: () => boolean): Promise<CheckReport | null> {
  return checkAfter(reading, Math.max(0, headOf(reading.reader, reading.chainStart).seq - rows), goOn, new Map());
}

function checkAfter(store: Reading, start: number): Promise<CheckReport>;
function checkAfter(
  store: Reading,
  start: number,
  goOn: (done: number) => boolean,
  named: Map<string, ContentKind>,
): Promise<CheckReport | null>;
async function checkAfter(
  store: Reading,
  start: number,
  goOn: (done: number) => boolean = () => true,
  named = new Map<string, ContentKind>(),
): Promise<CheckReport | null> {
  let place = { seq: start, hash: start === 0 ? store.chainStart : hashAt(store.reader, start) };
  let checkedRows = 0;
  let bad = beforeFirst(store.reader);
  for (let rows = rowsAfter(store, place.seq); rows.length > 0 && bad === null; rows = rowsAfter(store, place.seq)) {
    for (const raw of rows) {
      const parsed = chainRowSchema.safeParse(raw);
      const code: FindingCode | null = parsed.success
        ? wrongWith(store, place, parsed.data, named)
        : 'record.rowUnreadable';
      bad ??= code === null ? null : { code, seq: parsed.success ? parsed.data.seq : place.seq + 1 };
      if (bad !== null || !parsed.success) break;
      place = { seq: parsed.data.seq, hash: parsed.data.hash };
      checkedRows += 1;
    }
    await new Promise((resume) => setImmediate(resume));
    if (!goOn(checkedRows)) return null;
  }
  const found = bad === null ? [] : [{ code: bad.code, params: { seq: bad.seq } }];
  const rules = rulesStand(store.reader) ? [] : [{ code: 'record.rulesChanged' as const, params: {} }];
  const head = headOf(store.reader, store.chainStart);
  return {
    findings: [...found, ...rules],
    firstBadSeq: bad?.seq ?? null,
    firstBad: bad === null ? null : asItStands(store.reader, bad.seq),
    checkedRows,
    head: { seq: head.seq, hash: Buffer.from(head.hash).toString('hex') },
  };
}

/** A row before the first place: the walk along the chain would not meet it, a stream would. */
function beforeFirst(reader: Sqlite): { readonly code: FindingCode; readonly seq: number } | null {
  const row = z
    .object({ seq: z.int() })
    .safeParse(reader.prepare('SELECT seq FROM events WHERE seq < 1 LIMIT 1').get());
  return row.success ? { code: 'record.chainBroken', seq: row.data.seq } : null;
}

/** What does not fit of a row, held against the one before it; null where all does. */
export function wrongWith(
  store: Reading,
  before: { seq: number; hash: Uint8Array },
  row: ChainRow,
  named: Map<string, ContentKind>,
): FindingCode | null {
  const { hash, salt, body, ...hashed } = row;
  if (row.seq !== before.seq + 1 || !same(row.prev_hash, before.hash)) return 'record.chainBroken';
  if (!same(hash, hashOf(hashed satisfies StoredRow, store.chainKey))) return 'record.chainBroken';
  if (salt === null || body === null) return isErased(store.reader, row.seq) ? null : 'record.bodyMissing';
  if (!same(row.commitment, commitmentOf(salt, body))) return 'record.bodyChanged';
  return isReadable(row, body, named) ? null : 'record.rowUnreadable';
}

/** What a row that does not fit says of itself. */
function asItStands(reader: Sqlite, seq: number): CheckReport['firstBad'] {
  const row = z
    .object({ stream: z.string(), recorded_wall: z.number() })
    .safeParse(prepared(reader, 'SELECT stream, recorded_wall FROM events WHERE seq = ?').get(seq));
  const name = row.success ? row.data.stream.split(':')[0] : undefined;
  return {
    about: streamKinds.find((kind) => kind === name) ?? 'other',
    at: row.success ? row.data.recorded_wall : null,
  };
}

/** A body may be gone only where an erasure event of the chain names it. */
function isErased(reader: Sqlite, seq: number): boolean {
  const sql = 'SELECT b.body FROM erasures x JOIN bodies b ON b.seq = x.erasure_seq WHERE x.seq = ?';
  const row = z.object({ body: bytes }).safeParse(prepared(reader, sql).get(seq));
  if (!row.success) return false;
  const erasure = erasureBodySchema.safeParse(JSON.parse(Buffer.from(row.data.body).toString('utf8')));
  return erasure.success && erases(erasure.data, seq);
}

function isReadable(row: ChainRow, body: Uint8Array, named: Map<string, ContentKind>): boolean {
  try {
    authorOf(Buffer.from(row.author).toString('utf8'));
    const names = namingSchema.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    if (names.success && isHash(names.data.protocolHash)) named.set(names.data.protocolHash, 'protocol');
    if (names.success && isHash(names.data.musicHash)) named.set(names.data.musicHash, 'music');
    return true;
  } catch {
    return false;
  }
}

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** Whether tables and triggers are, word for word, those of this schema version: none gone, none added. */
function rulesStand(reader: Sqlite): boolean {
  const rows = z.array(z.object({ sql: z.string() }));
  const found = rows.parse(reader.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').all());
  const expected = standingSchema(z.int().parse(reader.pragma('user_version', { simple: true })));
  return expected !== null && found.length === expected.size && found.every(({ sql }) => expected.has(sql));
}

function rowsAfter(store: Reading, seq: number): unknown[] {
  return prepared(store.reader, ROWS).all(seq);
}

/** The hash of a row; empty where there is none. */
export function hashAt(reader: Sqlite, seq: number): Uint8Array {
  const row = z.object({ hash: bytes }).safeParse(prepared(reader, 'SELECT hash FROM events WHERE seq = ?').get(seq));
  return row.success ? row.data.hash : new Uint8Array();
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
