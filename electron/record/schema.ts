/** `application_id` of our files: "Stil". */
export const APPLICATION_ID = 0x5374696c;
/** `user_version`: the schema this program writes. A newer one is refused. */
export const SCHEMA_VERSION = 1;

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
  'CREATE TABLE derived (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL, cursor INTEGER NOT NULL) STRICT',
  `CREATE TABLE session_rows (
    session_id TEXT PRIMARY KEY,
    created_at REAL NOT NULL,
    phase TEXT NOT NULL,
    course_id TEXT,
    patient_id TEXT,
    given INTEGER NOT NULL,
    facts TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX session_rows_created ON session_rows (created_at DESC)',
  'CREATE INDEX session_rows_course ON session_rows (course_id) WHERE course_id IS NOT NULL',
  `CREATE INDEX session_rows_live ON session_rows (created_at DESC)
    WHERE phase IN ('preChecks', 'infusing', 'overtime', 'recovery')`,
  `CREATE TABLE patient_rows (
    patient_id TEXT PRIMARY KEY,
    created_at REAL NOT NULL,
    name_key TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    facts TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX patient_rows_birth ON patient_rows (birth_date)',
  'CREATE INDEX patient_rows_created ON patient_rows (created_at DESC)',
  `CREATE TABLE course_rows (
    course_id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL,
    created_at REAL NOT NULL,
    facts TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX course_rows_patient ON course_rows (patient_id)',
  'CREATE TABLE staff_rows (staff_id TEXT PRIMARY KEY, facts TEXT NOT NULL) STRICT',
];

/** The derived tables, by name. */
export const derivedTables = ['session_rows', 'patient_rows', 'course_rows', 'staff_rows'] as const;

function never(table: string, act: 'UPDATE' | 'DELETE'): string {
  return `CREATE TRIGGER ${table}_${act.toLowerCase()} BEFORE ${act} ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} are kept'); END`;
}

function once(table: string, key: string): string {
  return `CREATE TRIGGER ${table}_insert BEFORE INSERT ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${key} = NEW.${key})
    BEGIN SELECT RAISE(ABORT, '${table} are kept'); END`;
}
