import { beginDerived } from '../schema.ts';
import type { Sqlite } from '../sqlite.ts';
import { derivedSchema2 } from './schema-2.ts';

/**
 * Schema 1 to 2: lists can be searched. What is kept stays as it is; only derived tables change. Their rows are taken over, so
 * that no list is short for a moment, and folded anew afterwards for what schema 1 did not know: flags, staff, words.
 */
export function stepTo2(database: Sqlite): void {
  const old = ['derived', 'session_rows', 'patient_rows', 'course_rows', 'staff_rows'];
  for (const table of old) database.exec(`ALTER TABLE ${table} RENAME TO ${table}_1`);
  for (const index of oldIndices) database.exec(`DROP INDEX ${index}`);
  for (const statement of derivedSchema2) database.exec(statement);
  beginDerived(database);
  database.exec(TAKE_OVER);
  for (const table of old) database.exec(`DROP TABLE ${table}_1`);
}

const oldIndices = [
  'session_rows_created',
  'session_rows_course',
  'session_rows_live',
  'patient_rows_birth',
  'patient_rows_created',
  'course_rows_patient',
];

/** Row ids as derive/row-id.ts gives them. */
const ROW_ID =
  'CAST(created_at AS INTEGER) * 1024 + row_number() OVER (PARTITION BY CAST(created_at AS INTEGER) ORDER BY rowid) - 1';

const TAKE_OVER = `
  INSERT INTO session_rows (row_id, session_id, created_at, phase, course_id, patient_id, protocol_hash, given,
      unsigned, red, early, adverse, facts)
    SELECT ${ROW_ID}, session_id, created_at, phase, course_id, patient_id, '', given, 0, 0, json_extract(facts, '$.early'), 0,
      json_patch(facts, '{"protocolHash":"","seq":0,"unsigned":[],"readings":[],"complaints":[],"emergencies":0,"staff":[]}')
    FROM session_rows_1;
  INSERT INTO patient_rows (row_id, patient_id, created_at, name_key, name_words, birth_date, facts)
    SELECT ${ROW_ID}, patient_id, created_at, name_key, '', birth_date, facts FROM patient_rows_1;
  INSERT INTO course_rows SELECT * FROM course_rows_1;
  INSERT INTO staff_rows SELECT * FROM staff_rows_1;
  UPDATE derived SET (cursor, sweep_from, sweep_left) = (SELECT cursor, 0, cursor FROM derived_1);
`;
