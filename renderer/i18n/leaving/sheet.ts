import type { IntakeLanguage } from '../../../shared/intake/choice.ts';
import type { LeavingSheets, SheetKind } from '../../../shared/protocol/leaving-sheets.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { SheetWords } from './sheet-words.ts';

export const builtInSheets: Readonly<Record<IntakeLanguage, SheetWords>> = { en, es, fr, de };

/** Where a number is to be written by hand. */
const BLANK = '____________________';

export interface Sheet {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A sheet as it is printed: the clinic's own words where it has any in this language, its number at night in its place. */
export function sheetOf(sheets: LeavingSheets, kind: SheetKind, language: IntakeLanguage): Sheet {
  const builtIn = builtInSheets[language][kind];
  const lines = sheets.own.find((own) => own.language === language)?.[kind] ?? builtIn.lines;
  const number = sheets.nightNumber.trim() === '' ? BLANK : sheets.nightNumber.trim();
  return { title: builtIn.title, lines: lines.map((line) => line.replaceAll('{{number}}', number)) };
}
