/** The derived tables as schema 2 had them: what stands in a file of that schema beside the kept tables, but for what SQLite made. */
export const derivedSchema2: readonly string[] = [
  `CREATE TABLE derived (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    cursor INTEGER NOT NULL,
    sweep_from INTEGER NOT NULL,
    sweep_left INTEGER NOT NULL
  ) STRICT`,
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
  ...['unsigned', 'red', 'early', 'adverse'].map(
    (flag) => `CREATE INDEX session_rows_${flag} ON session_rows (row_id) WHERE ${flag} = 1`,
  ),
  `CREATE TABLE session_staff (
    staff_id TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    PRIMARY KEY (staff_id, row_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE TABLE session_words (row_id INTEGER PRIMARY KEY, name TEXT NOT NULL, texts TEXT NOT NULL) STRICT',
  searchTable2('session_search'),
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
  searchTable2('patient_search'),
  `CREATE TABLE course_rows (
    course_id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL,
    created_at REAL NOT NULL,
    facts TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX course_rows_patient ON course_rows (patient_id)',
  'CREATE TABLE staff_rows (staff_id TEXT PRIMARY KEY, facts TEXT NOT NULL) STRICT',
];

function searchTable2(name: string): string {
  return `CREATE VIRTUAL TABLE ${name} USING fts5(
    words, content='', detail=none, columnsize=0, prefix='2 3', tokenize="unicode61 remove_diacritics 2"
  )`;
}
