import { basename } from 'node:path';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import type { Staff } from '../../shared/people/people.ts';
import type { AskFile } from '../windows/ask-file.ts';
import { createCollector } from './collect.ts';
import type { ExportDesk } from './exports.ts';
import { suggestedName } from './file-kinds.ts';
import { noteExport } from './note-export.ts';
import type { Printed, Printer } from './printer.ts';
import { writeBytes } from './write-sessions.ts';

/** What a copy is made with. */
export interface CopyTools {
  readonly ask: AskFile;
  readonly printer: Pick<Printer, 'print' | 'printOnPaper'>;
  readonly lock: (bytes: Uint8Array, password: string) => Promise<Answer<Uint8Array>>;
}

const pdf = { name: 'PDF', extension: 'pdf' } as const;

/** Prints the copy that a patient asked for. Failures: those of reading, `patientCopy.unknown`, `print.cancelled`, `print.failed`. */
export async function printCopy(
  at: ExportDesk,
  { printer }: CopyTools,
  wanted: RequestArgs<'patientCopy.print'>,
  by: Staff,
): Promise<Answer<Record<string, never>>> {
  const copy = await copyOf(at, wanted, by);
  if (!copy.ok) return copy;
  const noted = await note(at, 'patientPaper', wanted.sessionId, by);
  if (!noted.ok) return noted;
  const printed = await printer.printOnPaper(copy.data);
  return printed.ok ? success({}) : printed;
}

/** Writes the copy as a file that opens with this password only; `name` null: the box for the place was closed. */
export async function saveCopy(
  at: ExportDesk,
  { ask, printer, lock }: CopyTools,
  { password, ...wanted }: RequestArgs<'patientCopy.save'>,
  by: Staff,
): Promise<Answer<{ readonly name: string | null }>> {
  const copy = await copyOf(at, wanted, by);
  if (!copy.ok) return copy;
  const file = await ask.save(suggestedName('copy', pdf, false, at.clock.now().wallMs), pdf);
  if (file === null) return success({ name: null });
  const noted = await note(at, 'patientFile', wanted.sessionId, by);
  if (!noted.ok) return noted;
  const printed = await printer.print(copy.data);
  if (!printed.ok) return printed;
  const locked = await lock(printed.data, password);
  if (!locked.ok) return locked;
  const written = await writeBytes(file, locked.data);
  return written.ok ? success({ name: basename(file) }) : written;
}

/** What is to be printed: the copy as it was asked for. Practice has none: it is nobody's record. */
async function copyOf(
  { records, clock }: ExportDesk,
  { sessionId, copyId, language, paper }: RequestArgs<'patientCopy.print'>,
  { role }: Staff,
): Promise<Answer<Printed>> {
  if (role === 'therapist') return failure('refused', 'access.notYourRole');
  const told = await createCollector(records.clinic, records.clinic).told(sessionId);
  if (!told.ok) return told;
  const copy = told.data.session.patientCopies.find((candidate) => candidate.copyId === copyId);
  if (copy === undefined) return failure('refused', 'patientCopy.unknown');
  const kind = copy.whole ? 'patientWhole' : 'patientPage';
  return success({ kind, told: told.data, language, paper, madeAt: clock.now().wallMs });
}

function note(
  { records, clock }: ExportDesk,
  what: 'patientPaper' | 'patientFile',
  sessionId: string,
  { staffId }: Staff,
): Promise<Answer<null>> {
  const leaving = { what, practice: false, sessionIds: [sessionId], author: { kind: 'staff', staffId } } as const;
  return noteExport(records.clinic, leaving, clock.now());
}
