import * as z from 'zod/mini';
import { prepared } from '../connection.ts';
import type { searchTables } from '../schema.ts';
import type { Sqlite } from '../sqlite.ts';
import { wordsIn } from './words.ts';

type SearchTable = (typeof searchTables)[number];

/** The index keeps beginnings of two and three letters for itself; it walks those down as fast as whole words. */
const KEPT_LETTERS = 3;
/** Words of the index that a longer beginning is spelled out to. Beyond, the index finds them all by itself, which takes longer. */
const MOST_WORDS = 40;
/** Before every letter: the word itself and this is where its own entries end. */
const AFTER = '\u0001';

const termSchema = z.object({ term: z.string() });

/**
 * What to ask an index for: every word a beginning of one of the row's words; null where no word is long enough. A beginning
 * that the index does not keep is spelled out to the words that it has: those it walks down row by row, while for the
 * beginning itself it would collect every row before it gives the first (tens of ms for a common word of 50,000 sessions).
 */
export function matchOf(reader: Sqlite, table: SearchTable, text: string): string | null {
  const words = [...wordsIn([text])];
  if (words.length === 0) return null;
  return words.map((word) => `(${spelledOut(reader, table, word)})`).join(' AND ');
}

function spelledOut(reader: Sqlite, table: SearchTable, word: string): string {
  const found = word.length <= KEPT_LETTERS ? [] : wordsOfIndex(reader, table, word);
  if (found.length === 0 || found.length > MOST_WORDS) return `"${word}" *`;
  return found.map((term) => `"${term}"`).join(' OR ');
}

/** The words of an index that begin so, one more than `MOST_WORDS` at most. */
function wordsOfIndex(reader: Sqlite, table: SearchTable, beginning: string): readonly string[] {
  const next = prepared(reader, `SELECT term FROM ${vocabularyOf(reader, table)} WHERE term >= ? LIMIT 1`);
  const found: string[] = [];
  for (let from = beginning; found.length <= MOST_WORDS;) {
    const row = next.get(from);
    const term = row === undefined ? '' : termSchema.parse(row).term;
    if (!term.startsWith(beginning)) break;
    found.push(term);
    from = term + AFTER;
  }
  return found;
}

/** The list of an index's words: a view of it that lives in memory, of this connection only. */
function vocabularyOf(reader: Sqlite, table: SearchTable): string {
  const name = `temp.${table}_words`;
  if (made.get(reader)?.has(name) === true) return name;
  reader.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING fts5vocab('main', '${table}', 'instance')`);
  made.set(reader, new Set([...(made.get(reader) ?? []), name]));
  return name;
}

const made = new WeakMap<Sqlite, ReadonlySet<string>>();
