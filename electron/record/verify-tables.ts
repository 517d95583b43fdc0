import * as z from 'zod/mini';
import { erasureBodySchema, erases } from '../../shared/people/erasure-events.ts';
import { staffAfter, staffBodySchema, type StaffRecord } from '../../shared/people/staff-events.ts';
import { headOf } from './append.ts';
import { canonicalJson, sha256Hex } from './canonical-json.ts';
import type { ContentKind, Finding } from './client-types.ts';
import { prepared } from './connection.ts';
import { eventsSince } from './event-rows.ts';
import { staffOnDisk } from './facts.ts';
import type { Reading } from './reading.ts';
import { fileRowOf } from './store.ts';
import type { Sqlite } from './sqlite.ts';

/** Rows between two looks at what else is waiting. */
const BATCH = 2_000;

const bytes = z.instanceof(Uint8Array);
const seqSchema = z.object({ seq: z.nullable(z.int()) });

/** The contents that events of the chain name, by hash, as what they name them. */
export type NamedContents = ReadonlyMap<string, ContentKind>;

/**
 * Checks what lies beside the chain against what the chain says: kept contents, erasures, answers to commands, bodies
 * without an event, the file's own row, and the staff's rows, which PINs are checked against. Null where `goOn` ended it.
 */
export async function checkTables(
  store: Reading,
  named: NamedContents,
  goOn: () => boolean,
): Promise<readonly Finding[] | null> {
  const parts = [
    () => strayBodies(store.reader),
    () => contents(store.reader, named),
    () => erasures(store.reader),
    () => fileRow(store),
    () => staffRows(store.reader),
  ];
  const found: Finding[] = [];
  for (const part of parts) {
    found.push(...part());
    await pause();
    if (!goOn()) return null;
  }
  const commands = await commandRows(store, goOn);
  return commands === null ? null : [...found, ...commands];
}

/** A body of a row that the chain does not have. */
function strayBodies(reader: Sqlite): Finding[] {
  const sql = 'SELECT min(b.seq) AS seq FROM bodies b WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.seq = b.seq)';
  const { seq } = seqSchema.parse(reader.prepare(sql).get());
  return seq === null ? [] : [{ code: 'record.bodyChanged', params: { seq } }];
}

/** Every kept content has its hash, and every one that an event names is there as what it was named. */
function contents(reader: Sqlite, named: NamedContents): Finding[] {
  const row = z.object({ hash: z.string(), kind: z.string(), body: bytes });
  const hashes = z.array(z.object({ hash: z.string() })).parse(reader.prepare('SELECT hash FROM contents').all());
  const missing = new Map<string, string>(named);
  for (const { hash } of hashes) {
    const read = row.safeParse(prepared(reader, 'SELECT hash, kind, body FROM contents WHERE hash = ?').get(hash));
    const kind = named.get(hash);
    if (!read.success || sha256Hex(read.data.body) !== hash || (kind !== undefined && kind !== read.data.kind))
      return [{ code: 'record.contentChanged', params: { hash: hash.slice(0, 12) } }];
    missing.delete(hash);
  }
  const [lost] = missing.keys();
  return lost === undefined ? [] : [{ code: 'record.contentChanged', params: { hash: lost.slice(0, 12) } }];
}

/** Every erasure points to an event of the chain that names the row, and what was erased is not there. */
function erasures(reader: Sqlite): Finding[] {
  const row = z.object({ seq: z.int(), erasure_seq: z.int(), there: z.int() });
  const proof = z.object({ body: bytes });
  const sql = `SELECT x.seq, x.erasure_seq, EXISTS (SELECT 1 FROM bodies b WHERE b.seq = x.seq) AS there
    FROM erasures x ORDER BY x.seq`;
  const proofs = new Map<number, (seq: number) => boolean>();
  const proves = (at: number): ((seq: number) => boolean) => {
    const found = proof.safeParse(prepared(reader, 'SELECT body FROM bodies WHERE seq = ?').get(at));
    const body = found.success ? erasureBodySchema.safeParse(jsonOf(found.data.body)) : null;
    return (seq) => body?.success === true && erases(body.data, seq);
  };
  for (const { seq, erasure_seq: at, there } of z.array(row).parse(reader.prepare(sql).all())) {
    const names = proofs.get(at) ?? proves(at);
    proofs.set(at, names);
    if (there === 1 || !names(seq)) return [{ code: 'record.erasureChanged', params: { seq } }];
  }
  return [];
}

/** The file cannot have been closed further on than it goes. */
function fileRow(store: Reading): Finding[] {
  const { open, clean_seq: cleanSeq } = fileRowOf(store.reader);
  const stands = [0, 1, 2].includes(open) && cleanSeq >= 0 && cleanSeq <= headOf(store.reader, store.chainStart).seq;
  return stands ? [] : [{ code: 'record.fileChanged', params: {} }];
}

/**
 * Who may come in, and by which PIN, follows from the staff's events. A row may lag behind the chain for a moment: any
 * state from the derived rows' cursor on is right.
 */
function staffRows(reader: Sqlite): Finding[] {
  const row = z.object({ staff_id: z.string(), facts: z.string() });
  const rows = z.array(row).safeParse(reader.prepare('SELECT staff_id, facts FROM staff_rows').all());
  const changed: Finding = { code: 'record.staffChanged', params: {} };
  if (!rows.success) return [changed];
  for (const { staff_id: staffId, facts } of rows.data) {
    const now = canonicalJson(staffOnDisk({ facts }));
    const states = staffStates(reader, staffId);
    if (!states.some((state) => canonicalJson(state) === now)) return [changed];
    // An older state is right only where nothing that came after it has been folded in yet.
    if (canonicalJson(states.at(-1)) !== now && !mayLag(reader, staffId)) return [changed];
  }
  const gone = `SELECT min(e.seq) AS seq FROM events e, derived d WHERE e.stream >= 'staff:' AND e.stream < 'staff;'
    AND e.stream_seq = 1 AND e.seq <= d.cursor AND substr(e.stream, 7) NOT IN (SELECT staff_id FROM staff_rows)`;
  return seqSchema.parse(reader.prepare(gone).get()).seq === null ? [] : [changed];
}

function staffStates(reader: Sqlite, staffId: string): StaffRecord[] {
  const states: StaffRecord[] = [];
  for (const event of eventsSince(reader, `staff:${staffId}`, 0, -1)) {
    const body = staffBodySchema.safeParse(event.body);
    const after = body.success ? staffAfter(states.at(-1) ?? null, { ...event, body: body.data }) : null;
    if (after !== null) states.push(after);
  }
  return states;
}

function mayLag(reader: Sqlite, staffId: string): boolean {
  const sql = `SELECT max(e.seq) AS seq FROM events e, derived d WHERE e.stream = ? AND e.seq > d.cursor`;
  return seqSchema.parse(reader.prepare(sql).get(`staff:${staffId}`)).seq !== null;
}

/** Every command that left events has its answer, in a stream that it wrote to and no further on than it wrote. */
async function commandRows(store: Reading, goOn: () => boolean): Promise<readonly Finding[] | null> {
  const { seq: last } = headOf(store.reader, store.chainStart);
  const sql = `SELECT min(e.seq) AS seq FROM events e LEFT JOIN commands c ON c.command_id = e.command_id
    WHERE e.seq > ? AND e.seq <= ? AND e.command_id IS NOT NULL AND (c.command_id IS NULL OR c.seq_after < 1
      OR c.seq_after > coalesce((SELECT max(o.stream_seq) FROM events o
        WHERE o.command_id = e.command_id AND o.stream = c.stream), 0))`;
  for (let from = 0; from < last; from += BATCH) {
    const { seq } = seqSchema.parse(prepared(store.reader, sql).get(from, from + BATCH));
    if (seq !== null) return [{ code: 'record.commandsChanged', params: { seq } }];
    await pause();
    if (!goOn()) return null;
  }
  return [];
}

function jsonOf(text: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(text).toString('utf8'));
  } catch {
    return null;
  }
}

function pause(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}
