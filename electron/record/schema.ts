import { sessionFlags } from '../../shared/people/people.ts';
import type { Sqlite } from './sqlite.ts';
import { reviewTables } from './schema-review.ts';
import { derivedSchema1 } from './upgrade/schema-1.ts';
import { derivedSchema2 } from './upgrade/schema-2.ts';

/** `application_id` of our files: "Stil". */
export const APPLICATION_ID = 0x5374696c;
/** `user_version`: the schema this program writes. A newer one is refused. */
export const SCHEMA_VERSION = 3;

/** What is kept for ever. Each statement stands in the file word for word; the start-up check compares them. */
export const keptSchema: readonly string[] = [
  `CREATE TABLE file (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    kind TEXT NOT NULL,
    file_id BLOB NOT NULL,
    chain_check BLOB NOT NULL,
    open INTEGER NOT NULL,
    clean_seq INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    stream_seq INTEGER NOT NULL,
    recorded_wall REAL NOT NULL,
    recorded_monotonic REAL NOT NULL,
    recorded_uptime REAL NOT NULL,
    boot_id TEXT NOT NULL,
    occurred_at REAL NOT NULL,
    session_ms REAL,
    author TEXT NOT NULL,
    pc TEXT NOT NULL,
    command_id TEXT,
    version INTEGER NOT NULL,
    commitment BLOB NOT NULL,
    prev_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (stream, stream_seq)
  ) STRICT`,
  'CREATE INDEX events_command ON events (command_id) WHERE command_id IS NOT NULL',
  `CREATE TABLE bodies (
    seq INTEGER PRIMARY KEY REFERENCES events (seq),
    salt BLOB NOT NULL,
    body BLOB NOT NULL
  ) STRICT`,
  `CREATE TABLE erasures (
    seq INTEGER PRIMARY KEY REFERENCES events (seq),
    erasure_seq INTEGER NOT NULL REFERENCES events (seq)
  ) STRICT`,
  `CREATE TABLE commands (
    command_id TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    seq_after INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE contents (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    body BLOB NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE heartbeats (
    session_id TEXT PRIMARY KEY,
    wall REAL NOT NULL,
    monotonic REAL NOT NULL,
    uptime REAL NOT NULL,
    boot_id TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  // Insert rules come first of all: INSERT OR REPLACE and upserts pass by delete and update triggers, not by these.
  `CREATE TRIGGER events_insert BEFORE INSERT ON events
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
      OR NEW.stream_seq IS NOT (SELECT coalesce(max(stream_seq), 0) + 1 FROM events WHERE stream = NEW.stream)
    BEGIN SELECT RAISE(ABORT, 'events are appended'); END`,
  never('events', 'UPDATE'),
  never('events', 'DELETE'),
  `CREATE TRIGGER bodies_insert BEFORE INSERT ON bodies
    WHEN NEW.seq IS NOT (SELECT max(seq) FROM events)
      OR EXISTS (SELECT 1 FROM bodies WHERE seq = NEW.seq)
      OR EXISTS (SELECT 1 FROM erasures WHERE seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'a body comes with its event'); END`,
  never('bodies', 'UPDATE'),
  `CREATE TRIGGER bodies_delete BEFORE DELETE ON bodies
    WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE seq = OLD.seq)
    BEGIN SELECT RAISE(ABORT, 'a body goes under a recorded erasure'); END`,
  `CREATE TRIGGER erasures_insert BEFORE INSERT ON erasures
    WHEN EXISTS (SELECT 1 FROM erasures WHERE seq = NEW.seq)
      OR NEW.erasure_seq <= NEW.seq
      OR NOT EXISTS (SELECT 1 FROM events WHERE seq = NEW.erasure_seq AND stream GLOB 'erasure:*')
      OR EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq AND stream GLOB 'erasure:*')
    BEGIN SELECT RAISE(ABORT, 'an erasure names its event'); END`,
  never('erasures', 'UPDATE'),
  never('erasures', 'DELETE'),
  once('commands', 'command_id'),
  never('commands', 'UPDATE'),
  never('commands', 'DELETE'),
  once('contents', 'hash'),
  never('contents', 'UPDATE'),
  never('contents', 'DELETE'),
];

/** Derived from the events and rebuilt whenever `PROJECTION_VERSION` moves on. */
export const derivedSchema: readonly string[] = [
  // Up to `cursor` every event has been looked at, but for those in (sweep_from, sweep_left]: there a rebuild still is.
  `CREATE TABLE derived (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    cursor INTEGER NOT NULL,
    sweep_from INTEGER NOT NULL,
    sweep_left INTEGER NOT NULL
  ) STRICT`,
  // `row_id` rises with `created_at` and is the order of every list and search; see derive/row-id.ts.
  `CREATE TABLE session_rows (
    row_id INTEGER PRIMARY KEY,
    session_id TEXT NOT NULL UNIQUE,
    created_at REAL NOT NULL,
    phase TEXT NOT NULL,
    course_id TEXT,
    patient_id TEXT,
    protocol_hash TEXT NOT NULL,
    given INTEGER NOT NULL,
    unsigned INTEGER NOT NULL,
    red INTEGER NOT NULL,
    early INTEGER NOT NULL,
    adverse INTEGER NOT NULL,
    facts TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX session_rows_course ON session_rows (course_id) WHERE course_id IS NOT NULL',
  'CREATE INDEX session_rows_patient ON session_rows (patient_id, row_id) WHERE patient_id IS NOT NULL',
  'CREATE INDEX session_rows_protocol ON session_rows (protocol_hash, row_id)',
  `CREATE INDEX session_rows_live ON session_rows (row_id)
    WHERE phase IN ('preChecks', 'infusing', 'overtime', 'recovery')`,
  ...sessionFlags.map((flag) => `CREATE INDEX session_rows_${flag} ON session_rows (row_id) WHERE ${flag} = 1`),
  `CREATE TABLE session_staff (
    staff_id TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    PRIMARY KEY (staff_id, row_id)
  ) STRICT, WITHOUT ROWID`,
  // What a session is found by: words of its free texts, and those of its patient's name.
  'CREATE TABLE session_words (row_id INTEGER PRIMARY KEY, name TEXT NOT NULL, texts TEXT NOT NULL) STRICT',
  searchTable('session_search'),
  `CREATE TABLE patient_rows (
    row_id INTEGER PRIMARY KEY,
    patient_id TEXT NOT NULL UNIQUE,
    created_at REAL NOT NULL,
    name_key TEXT NOT NULL,
    name_words TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    facts TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX patient_rows_birth ON patient_rows (birth_date)',
  'CREATE INDEX patient_rows_words ON patient_rows (name_words)',
  searchTable('patient_search'),
  `CREATE TABLE course_rows (
    course_id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL,
    created_at REAL NOT NULL,
    facts TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX course_rows_patient ON course_rows (patient_id)',
  'CREATE TABLE staff_rows (staff_id TEXT PRIMARY KEY, facts TEXT NOT NULL) STRICT',
  ...reviewTables,
];

/** The full texts, each with tables of its own that SQLite makes. */
export const searchTables = ['session_search', 'patient_search'] as const;

/**
 * Every statement that stands in a file of a schema, those included that SQLite made for the full texts; null for a schema
 * that this program does not know.
 */
export function standingSchema(version: number): ReadonlySet<string> | null {
  const searched = searchTables.flatMap(shadows);
  if (version === SCHEMA_VERSION) return new Set([...keptSchema, ...derivedSchema, ...searched]);
  if (version === 2) return new Set([...keptSchema, ...derivedSchema2, ...searched]);
  return version === 1 ? new Set([...keptSchema, ...derivedSchema1]) : null;
}

function shadows(table: string): string[] {
  return [
    `CREATE TABLE '${table}_data'(id INTEGER PRIMARY KEY, block BLOB)`,
    `CREATE TABLE '${table}_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID`,
    `CREATE TABLE '${table}_config'(k PRIMARY KEY, v) WITHOUT ROWID`,
  ];
}

/** Makes the derived tables, empty, all of whose rows are to be built. */
export function createDerived(database: Sqlite): void {
  for (const statement of derivedSchema) database.exec(statement);
  beginDerived(database);
}

/** The first settings and the first place of derived tables that were just made. */
export function beginDerived(database: Sqlite): void {
  // Words that are taken out leave no bytes in the index: without it they stay until some later merge.
  for (const table of searchTables) database.exec(`INSERT INTO ${table}(${table}, rank) VALUES ('secure-delete', 1)`);
  database.exec('INSERT INTO derived (id, version, cursor, sweep_from, sweep_left) VALUES (1, 0, 0, 0, 0)');
}

/** Drops the derived tables; they are then made anew. */
export function dropDerived(database: Sqlite): void {
  const tables = ['derived', ...derivedTables, ...searchTables];
  for (const table of tables) database.exec(`DROP TABLE ${table}`);
}

const derivedTables = [
  'session_rows',
  'session_staff',
  'session_words',
  'patient_rows',
  'course_rows',
  'staff_rows',
  'session_over',
  'session_waits',
  'session_reads',
] as const;

/** Words by prefix, in the order of row ids; the words themselves are kept elsewhere. */
function searchTable(name: string): string {
  return `CREATE VIRTUAL TABLE ${name} USING fts5(
    words, content='', detail=none, columnsize=0, prefix='2 3', tokenize="unicode61 remove_diacritics 2"
  )`;
}

function never(table: string, act: 'UPDATE' | 'DELETE'): string {
  return `CREATE TRIGGER ${table}_${act.toLowerCase()} BEFORE ${act} ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} are kept'); END`;
}

function once(table: string, key: string): string {
  return `CREATE TRIGGER ${table}_insert BEFORE INSERT ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${key} = NEW.${key})
    BEGIN SELECT RAISE(ABORT, '${table} are kept'); END`;
}
