/** The derived tables as schema 1 had them: what stands in a file of that schema beside the kept tables. */
export const derivedSchema1: readonly string[] = [
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
