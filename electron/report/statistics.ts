import { basename } from 'node:path';
import { BYTE_ORDER_MARK } from '../../shared/export/csv.ts';
import { statisticsCsv } from '../../shared/export/statistics-csv.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs, RequestData } from '../../shared/ipc/contract.ts';
import type { Staff } from '../../shared/people/people.ts';
import { readFollowUpRule } from '../record/review/follow-up-rule.ts';
import type { AskFile, FileKind } from '../windows/ask-file.ts';
import type { ExportDesk } from './exports.ts';
import { suggestedName } from './file-kinds.ts';
import { noteExport } from './note-export.ts';
import { writeBytes } from './write-sessions.ts';

const file: FileKind = { name: 'CSV', extension: 'csv' };
type Weeks = RequestArgs<'review.statistics'>;

/** The clinic's figures week by week, for the owner alone. */
export async function readStatistics(
  { records, clock }: Pick<ExportDesk, 'records' | 'clock'>,
  { weeks }: Weeks,
  by: Staff,
): Promise<Answer<RequestData<'review.statistics'>>> {
  if (by.role !== 'owner') return failure('refused', 'access.roleMissing');
  const rule = await readFollowUpRule(records.clinic);
  if (!rule.ok) return rule;
  const { signDays } = rule.data;
  const asked = { weeks, signDays, now: clock.now().wallMs };
  const answer = await records.clinic.review('statistics', asked);
  return answer.ok ? success({ weeks: answer.data.found, signDays, behind: answer.data.behind }) : answer;
}

/** Writes the table where the owner chooses, with a line of the audit before; `name` null: the box was closed. */
export async function exportStatistics(
  at: ExportDesk,
  ask: AskFile,
  asked: Weeks,
  by: Staff,
): Promise<Answer<{ readonly name: string | null }>> {
  const read = await readStatistics(at, asked, by);
  if (!read.ok) return read;
  const now = at.clock.now();
  const chosen = await ask.save(suggestedName('statistics', file, false, now.wallMs), file);
  if (chosen === null) return success({ name: null });
  const author = { kind: 'staff' as const, staffId: by.staffId };
  const leaving = { what: 'statisticsCsv' as const, practice: false, sessionIds: [], author };
  const noted = await noteExport(at.records.clinic, leaving, now);
  if (!noted.ok) return noted;
  const text = BYTE_ORDER_MARK + statisticsCsv(read.data.weeks, dayHere);
  const written = await writeBytes(chosen, Buffer.from(text, 'utf8'));
  return written.ok ? success({ name: basename(chosen) }) : written;
}

/** The calendar day of a moment on this PC. */
function dayHere(at: number): string {
  const day = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
