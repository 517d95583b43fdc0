import * as z from 'zod/mini';
import { prepared } from '../connection.ts';
import { patientOnDisk } from '../facts.ts';
import type { Sqlite } from '../sqlite.ts';
import { reindex, wordsIn, wordsOfText, wordsText } from './words.ts';

const wordsSchema = z.object({ name: z.string(), texts: z.string() });
const rowIdSchema = z.object({ row_id: z.int() });

interface SessionWords {
  readonly name: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
}
const none: SessionWords = { name: new Set(), texts: new Set() };

/**
 * Adds to what a session is found by.
 * @param texts what people wrote; in place of what is kept where `whole`
 */
export function keepWords(
  database: Sqlite,
  rowId: number,
  patientId: string | null,
  texts: readonly string[],
  whole: boolean,
): void {
  const before = wordsAt(database, rowId);
  if (before !== null && texts.length === 0 && !whole) return;
  const after: SessionWords = {
    name: before === null || whole ? nameWords(database, patientId) : before.name,
    texts: whole ? wordsIn(texts) : new Set([...(before ?? none).texts, ...wordsIn(texts)]),
  };
  write(database, rowId, before ?? none, after);
}

/** Takes a session out of the search. */
export function dropWords(database: Sqlite, rowId: number): void {
  const before = wordsAt(database, rowId);
  if (before === null) return;
  reindex(database, 'session_search', rowId, allOf(before), new Set());
  prepared(database, 'DELETE FROM session_words WHERE row_id = ?').run(rowId);
}

/** A patient's name changed: their sessions are found by the new one from now on. */
export function renameInSessions(database: Sqlite, patientId: string, name: ReadonlySet<string>): void {
  const rows = prepared(database, 'SELECT row_id FROM session_rows WHERE patient_id = ?').all(patientId);
  for (const { row_id: rowId } of z.array(rowIdSchema).parse(rows)) {
    const before = wordsAt(database, rowId) ?? none;
    write(database, rowId, before, { name, texts: before.texts });
  }
}

function write(database: Sqlite, rowId: number, before: SessionWords, after: SessionWords): void {
  reindex(database, 'session_search', rowId, allOf(before), allOf(after));
  prepared(
    database,
    `INSERT INTO session_words (row_id, name, texts) VALUES (?, ?, ?)
     ON CONFLICT (row_id) DO UPDATE SET name = excluded.name, texts = excluded.texts`,
  ).run(rowId, wordsText(after.name), wordsText(after.texts));
}

function wordsAt(database: Sqlite, rowId: number): SessionWords | null {
  const row = prepared(database, 'SELECT name, texts FROM session_words WHERE row_id = ?').get(rowId);
  if (row === undefined) return null;
  const { name, texts } = wordsSchema.parse(row);
  return { name: wordsOfText(name), texts: wordsOfText(texts) };
}

function nameWords(database: Sqlite, patientId: string | null): ReadonlySet<string> {
  const row = prepared(database, 'SELECT facts FROM patient_rows WHERE patient_id = ?').get(patientId);
  return row === undefined ? new Set() : wordsIn([patientOnDisk(row).name]);
}

function allOf({ name, texts }: SessionWords): ReadonlySet<string> {
  return new Set([...name, ...texts]);
}
