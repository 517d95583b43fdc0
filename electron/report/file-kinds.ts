import { BYTE_ORDER_MARK } from '../../shared/export/csv.ts';
import { eventsHead, eventsLines } from '../../shared/export/events-csv.ts';
import type { FileKindOfExport } from '../../shared/export/kinds.ts';
import { readingsHead, readingsLines } from '../../shared/export/readings-csv.ts';
import { JSON_FOOT, jsonHead, sessionInFile } from '../../shared/export/session-json.ts';
import type { ToldSession } from '../../shared/export/told-session.ts';
import { sessionBundle } from '../../shared/fhir/session-bundle.ts';
import type { FileKind } from '../windows/ask-file.ts';
import { stableUuid } from './stable-uuid.ts';

/** How a kind of file is written: what stands first, each session, between two, and at the end. */
export interface WrittenAs {
  readonly file: FileKind;
  /** Of several sessions, where that is another. */
  readonly files?: FileKind;
  /** The word of it in a suggested file name. */
  readonly word: string;
  /** `madeAt`: epoch ms. */
  readonly head: (madeAt: number) => string;
  readonly session: (told: ToldSession, madeAt: number) => string;
  readonly between: string;
  readonly foot: string;
}

const csv = (word: string, head: string, session: WrittenAs['session']): WrittenAs => ({
  file: { name: 'CSV', extension: 'csv' },
  ...{ word, session, between: '', foot: '', head: () => BYTE_ORDER_MARK + head },
});

export const writtenAs: Readonly<Record<FileKindOfExport, WrittenAs>> = {
  readingsCsv: csv('readings', readingsHead, readingsLines),
  eventsCsv: csv('entries', eventsHead, eventsLines),
  json: {
    file: { name: 'JSON', extension: 'json' },
    word: 'sessions',
    head: jsonHead,
    session: (told) => JSON.stringify(sessionInFile(told)),
    between: ',\n',
    foot: JSON_FOOT,
  },
  // A bundle a line: of one session that is a JSON file, of several one of lines.
  fhir: {
    file: { name: 'FHIR R4', extension: 'json' },
    files: { name: 'FHIR R4', extension: 'ndjson' },
    ...{ word: 'fhir', between: '', foot: '', head: () => '' },
    session: (told, madeAt) => `${JSON.stringify(sessionBundle(told, { madeAt, uuidOf: stableUuid }))}\n`,
  },
};

/** `stillroom-readings-2026-11-22-1403.csv`, in the PC's time; nothing of a patient stands in it. */
export function suggestedName(word: string, file: FileKind, practice: boolean, wallMs: number): string {
  const at = new Date(wallMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const kind = practice ? `practice-${word}` : word;
  return `stillroom-${kind}-${day}-${two(at.getHours())}${two(at.getMinutes())}.${file.extension}`;
}
