import { searchKey } from '../../../shared/people/search-key.ts';
import { prepared } from '../connection.ts';
import type { searchTables } from '../schema.ts';
import type { Sqlite } from '../sqlite.ts';

/** Letters from which on a word is kept and searched by. */
export const LEAST_LETTERS = 2;

/** The words of texts, each once, in the form they are searched in. */
export function wordsIn(texts: readonly string[]): Set<string> {
  const words = texts.flatMap((text) => searchKey(text).split(' '));
  return new Set(words.filter((word) => word.length >= LEAST_LETTERS));
}

/** Words as they are kept beside a row, in a fixed order. */
export function wordsText(words: ReadonlySet<string>): string {
  return [...words].toSorted().join(' ');
}

/** Words from where they were kept. */
export function wordsOfText(text: string): Set<string> {
  return new Set(text === '' ? [] : text.split(' '));
}

/**
 * Brings what a row is found by from one set of words to another. Words that are added are all that is written; where one
 * goes, all go and come back, since the index counts its rows and takes more removals than additions for damage.
 */
export function reindex(
  database: Sqlite,
  table: (typeof searchTables)[number],
  rowId: number,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): void {
  const goes = [...before].some((word) => !after.has(word));
  const added = [...after].filter((word) => goes || !before.has(word)).join(' ');
  // The index takes row ids as whole numbers only.
  const id = BigInt(rowId);
  const remove = `INSERT INTO ${table}(${table}, rowid, words) VALUES ('delete', ?, ?)`;
  if (goes) prepared(database, remove).run(id, wordsText(before));
  if (added !== '') prepared(database, `INSERT INTO ${table}(rowid, words) VALUES (?, ?)`).run(id, added);
}
