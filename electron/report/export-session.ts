import { basename } from 'node:path';
import { fileKinds, type ExportKind, type FileKindOfExport } from '../../shared/export/kinds.ts';
import type { ToldSession } from '../../shared/export/told-session.ts';
import { sessionBundle } from '../../shared/fhir/session-bundle.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Staff } from '../../shared/people/people.ts';
import type { RecordClient } from '../record/client.ts';
import type { AskFile, FileKind } from '../windows/ask-file.ts';
import { createCollector } from './collect.ts';
import { writeNoted, type ExportDesk } from './exports.ts';
import { suggestedName, writtenAs } from './file-kinds.ts';
import { noteExport } from './note-export.ts';
import type { Printer } from './printer.ts';
import { stableUuid } from './stable-uuid.ts';
import { writeBytes } from './write-sessions.ts';

const pages: { readonly word: string; readonly file: FileKind } = {
  word: 'record',
  file: { name: 'PDF', extension: 'pdf' },
};

/** What one session is written with. */
export interface ExportTools {
  readonly ask: AskFile;
  readonly printer: Pick<Printer, 'print'>;
}

/** Kinds that are text alone; the others need the pages. */
type TextKind = Exclude<FileKindOfExport, 'fhir'>;

/** Writes one session where somebody chooses; `name` null: the box was closed. Practice says so in its file and its name. */
export async function exportSession(
  at: ExportDesk,
  { ask, printer }: ExportTools,
  { sessionId, kind }: { readonly sessionId: string; readonly kind: ExportKind },
  by: Staff,
): Promise<Answer<{ readonly name: string | null }>> {
  if (by.role === 'therapist') return failure('refused', 'access.notYourRole');
  const found = await recordOf(at, sessionId);
  if (!found.ok) return found;
  const record = found.data;
  const practice = record.kind === 'practice';
  if (practice && kind === 'fhir') return failure('refused', 'export.practice');
  const { word, file: form } = kind === 'fhir' || isText(kind) ? writtenAs[kind] : pages;
  const file = await ask.save(suggestedName(word, form, practice, at.clock.now().wallMs), form);
  if (file === null) return success({ name: null });
  const written = isText(kind)
    ? await writeNoted(at, record, { kind, file, sessionIds: [sessionId] }, by, {})
    : await writePages(at, printer, record, { kind, file, sessionId }, by);
  return written.ok ? success({ name: basename(file) }) : written;
}

function isText(kind: ExportKind): kind is TextKind {
  return kind !== 'fhir' && fileKinds.some((known) => known === kind);
}

/** Lays the session out and writes the pages; for another record system beside everything else that there is to tell. */
async function writePages(
  at: ExportDesk,
  printer: Pick<Printer, 'print'>,
  record: RecordClient,
  what: { readonly kind: Exclude<ExportKind, TextKind>; readonly file: string; readonly sessionId: string },
  { staffId }: Staff,
): Promise<Answer<unknown>> {
  const { kind, file, sessionId } = what;
  const told = await createCollector(record, at.records.clinic).told(sessionId);
  if (!told.ok) return told;
  const now = at.clock.now();
  const leaving = { what: kind, practice: record.kind === 'practice', sessionIds: [sessionId] };
  const noted = await noteExport(at.records.clinic, { ...leaving, author: { kind: 'staff', staffId } }, now);
  if (!noted.ok) return noted;
  const paper = kind === 'pdfLetter' ? 'letter' : 'a4';
  const printed = await printer.print({ kind: 'record', told: told.data, paper, madeAt: now.wallMs });
  if (!printed.ok) return printed;
  return writeBytes(file, kind === 'fhir' ? bundleWith(told.data, printed.data, now.wallMs) : printed.data);
}

/** The session's bundle with its pages in it, as text in UTF-8. */
function bundleWith(told: ToldSession, pdf: Uint8Array, madeAt: number): Uint8Array {
  const document = {
    ...{ name: `document/${told.session.sessionId}`, title: 'Session record', madeAt },
    contentType: 'application/pdf' as const,
    data: Buffer.from(pdf).toString('base64'),
  };
  const bundle = sessionBundle(told, { madeAt, uuidOf: stableUuid, documents: [document] });
  return Buffer.from(`${JSON.stringify(bundle)}\n`, 'utf8');
}

/** The record that a session is in. */
async function recordOf({ records }: ExportDesk, sessionId: string): Promise<Answer<RecordClient>> {
  for (const record of [records.clinic, records.practice]) {
    const row = await record.session(sessionId);
    if (!row.ok) return row;
    if (row.data !== null) return success(record);
  }
  return failure('refused', 'session.unknown');
}
