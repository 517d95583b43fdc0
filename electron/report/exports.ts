import { basename } from 'node:path';
import type { FileKindOfExport } from '../../shared/export/kinds.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import { lookAfterRoles, type Staff } from '../../shared/people/people.ts';
import type { OpenDesk } from '../desk.ts';
import type { RecordClient } from '../record/client.ts';
import type { AskFile } from '../windows/ask-file.ts';
import { createCollector } from './collect.ts';
import { suggestedName, writtenAs } from './file-kinds.ts';
import { noteExport } from './note-export.ts';
import { writeSessions, type Hooks } from './write-sessions.ts';

/** Name of the job, as windows follow it. */
const JOB = 'export';
/** Sessions asked for at once. */
const PAGE = 100;

/** What of the desk is needed here. */
export type ExportDesk = Pick<OpenDesk, 'records' | 'room' | 'clock' | 'jobs'>;

/** Begins to write every session that a search finds, or those that were chosen. Never beside a session in the room: the record has other things to do. */
export async function exportSelection(
  at: ExportDesk,
  ask: AskFile,
  { search, kind }: RequestArgs<'export.selection'>,
  by: Staff,
): Promise<Answer<{ readonly begun: boolean }>> {
  if (!lookAfterRoles.includes(by.role)) return failure('refused', 'access.roleMissing');
  if (at.room.live !== null) return failure('refused', 'record.sessionRuns');
  if (at.jobs.running() !== null) return failure('refused', 'job.busy');
  const { practice } = search;
  if (practice && kind === 'fhir') return failure('refused', 'export.practice');
  const { word, file: one, files: form = one } = writtenAs[kind];
  const file = await ask.save(suggestedName(word, form, practice, at.clock.now().wallMs), form);
  if (file === null) return success({ begun: false });
  const record = practice ? at.records.practice : at.records.clinic;
  const started = at.jobs.start(JOB, async (hooks) => {
    const ids = await idsOf(record, search, hooks.signal);
    if (!ids.ok) return ids;
    const written = await writeNoted(at, record, { kind, file, sessionIds: ids.data }, by, hooks);
    return written.ok ? success({ sessions: ids.data.length, file: basename(file) }) : written;
  });
  return started.ok ? success({ begun: true }) : started;
}

/** Writes sessions as text into a file, once it is noted that they leave. */
export async function writeNoted(
  at: ExportDesk,
  record: RecordClient,
  what: { readonly kind: FileKindOfExport; readonly file: string; readonly sessionIds: readonly string[] },
  { staffId }: Staff,
  hooks: Hooks,
): Promise<Answer<unknown>> {
  const { kind, file, sessionIds } = what;
  if (sessionIds.length === 0) return failure('refused', 'export.none');
  const practice = record.kind === 'practice';
  const now = at.clock.now();
  const author = { kind: 'staff', staffId } as const;
  const noted = await noteExport(at.records.clinic, { what: kind, practice, sessionIds, author }, now);
  if (!noted.ok) return noted;
  const collector = createCollector(record, at.records.clinic);
  return writeSessions(file, writtenAs[kind], sessionIds, collector, now.wallMs, hooks);
}

/** Those that were chosen; else all that a search finds, newest first, and not before the lists are whole: sessions would be missing. */
export async function idsOf(
  record: RecordClient,
  { practice: _record, sessionIds, ...search }: RequestArgs<'export.selection'>['search'],
  signal: AbortSignal,
): Promise<Answer<readonly string[]>> {
  if (sessionIds !== undefined) return success(sessionIds);
  const ids: string[] = [];
  const wide = { patientId: null, limit: PAGE };
  const { from = null, to = null, protocolHashes = [] } = search;
  for (let before: { createdAt: number; sessionId: string } | null = null, more = true; more;) {
    if (signal.aborted) return failure('refused', 'job.stopped');
    const page = await record.searchSessions({ ...wide, ...search, from, to, protocolHashes, before });
    // Somebody typed into the list meanwhile: a newer search ends an older one.
    if (!page.ok && page.code === 'search.superseded') continue;
    if (!page.ok) return page;
    if (page.data.behind.left > 0) return failure('refused', 'record.rebuilding');
    ids.push(...page.data.sessions.map(({ sessionId }) => sessionId));
    before = page.data.next;
    more = before !== null;
  }
  return success(ids);
}
