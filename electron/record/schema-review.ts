/** What the review asks beside the lists. */
export const reviewTables: readonly string[] = [
  // Sessions that are over, but for practice. `stale`: something of it was recorded since it was looked at as a whole.
  `CREATE TABLE session_over (
    row_id INTEGER PRIMARY KEY,
    stale INTEGER NOT NULL,
    started_at REAL,
    over_at REAL,
    signed_at REAL,
    early INTEGER NOT NULL,
    adverse INTEGER NOT NULL,
    due INTEGER NOT NULL,
    on_time INTEGER NOT NULL,
    next TEXT
  ) STRICT`,
  'CREATE INDEX session_over_stale ON session_over (row_id) WHERE stale = 1',
  // `staff_id` empty: it waits for whoever may do it.
  `CREATE TABLE session_waits (
    row_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    since REAL NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (row_id, reason, staff_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX session_waits_reason ON session_waits (reason, staff_id, since, row_id)',
  `CREATE TABLE session_reads (
    session_id TEXT NOT NULL,
    at REAL NOT NULL,
    staff_id TEXT NOT NULL,
    PRIMARY KEY (session_id, at, staff_id)
  ) STRICT, WITHOUT ROWID`,
];
