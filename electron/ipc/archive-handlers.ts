import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs, RequestData } from '../../shared/ipc/contract.ts';
import type { ArchivePreview } from '../../shared/people/archive.ts';
import type { AuditBody } from '../../shared/people/audit-events.ts';
import type { Author } from '../../shared/session/event.ts';
import { auditAppend, auditEvent } from '../access/audit.ts';
import { askWhereTo, askWhichOne, generatedPassphrase } from '../archive-place.ts';
import type { OpenDesk } from '../desk.ts';
import type { ArchiveSource } from '../record/jobs/job-types.ts';
import { recordAct } from './record-act.ts';
import type { Handlers } from './server.ts';

type ArchiveRequests = 'archive.words' | 'archive.export' | 'archive.look' | 'archive.seen' | 'archive.import';

/** An archive that was looked at and may be taken in. Its passphrase stays here until it was, or another is looked at. */
interface Seen {
  readonly source: Omit<ArchiveSource, 'untouched'>;
  readonly preview: ArchivePreview;
}

/** Requests about archives of the clinic's record. Practice has none: nobody needs it elsewhere. */
export function archiveHandlers(desk: () => Answer<OpenDesk>): Pick<Handlers, ArchiveRequests> {
  let seen: Seen | null = null;
  const signedIn = async <T>(work: (at: OpenDesk) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = desk();
    if (!found.ok) return found;
    return found.data.signedIn() === null ? failure('refused', 'access.signInNeeded') : work(found.data);
  };
  return {
    'archive.words': () => signedIn(async () => success({ passphrase: generatedPassphrase() })),
    'archive.export': ({ signed, ...wanted }) =>
      signedIn((at) => recordAct(at, signed, (author) => beginExport(at, wanted, author))),
    'archive.look': ({ passphrase }) =>
      signedIn(async (at) => {
        seen = null;
        return beginLook(at, passphrase, (found) => {
          seen = found;
        });
      }),
    'archive.seen': () =>
      signedIn(async () =>
        success({ preview: seen?.preview ?? null, file: seen === null ? '' : path.basename(seen.source.file) }),
      ),
    'archive.import': ({ signed }) =>
      signedIn((at) =>
        recordAct(at, signed, async (author) => {
          const taken = seen;
          if (taken === null) return failure('refused', 'archive.notSeen');
          const begun = await beginImport(at, taken, author);
          if (begun.ok) seen = null;
          return begun;
        }),
      ),
  };
}

async function beginExport(
  at: OpenDesk,
  { selection, passphrase }: Omit<RequestArgs<'archive.export'>, 'signed'>,
  author: Author,
): Promise<Answer<RequestData<'archive.export'>>> {
  const record = at.records.clinic;
  if (at.jobs.running() !== null) return failure('refused', 'job.busy');
  const file = await askWhereTo(at.clock.now().wallMs);
  if (file === null) return success({ begun: false, leftOut: [] });
  const live = await record.liveSessions();
  if (!live.ok) return live;
  const archiveId = randomUUID();
  const noted = await note(at, author, { type: 'archiveExportBegun', archiveId, what: selection.what });
  if (!noted.ok) return noted;
  const createdAt = at.clock.now().wallMs;
  const leaveOut = live.data.map(({ sessionId }) => sessionId);
  const started = at.jobs.start('archiveExport', async (hooks) => {
    const args = { file, to: { passphrase }, archiveId, selection, leaveOut, createdAt };
    const done = await record.job('exportArchive', args, hooks);
    if (!done.ok) return done;
    await record.noteAnchor('export', at.clock.now().wallMs);
    return success({ ...done.data, file: path.basename(file) });
  });
  const leftOut = live.data.map(({ patientName, createdAt: from }) => ({ patientName, createdAt: from }));
  return started.ok ? success({ begun: true, leftOut }) : started;
}

async function beginLook(
  at: OpenDesk,
  passphrase: string,
  saw: (seen: Seen) => void,
): Promise<Answer<RequestData<'archive.look'>>> {
  const record = at.records.clinic;
  if (at.room.live !== null) return failure('refused', 'record.sessionRuns');
  if (at.jobs.running() !== null) return failure('refused', 'job.busy');
  const file = await askWhichOne();
  if (file === null) return success({ begun: false });
  const source = { file, using: { passphrase } };
  const untouched = await untouchedIn(at);
  if (!untouched.ok) return untouched;
  const started = at.jobs.start('archiveLook', async (hooks) => {
    const found = await record.job('previewArchive', { ...source, untouched: untouched.data }, hooks);
    if (!found.ok) return found;
    saw({ source, preview: found.data });
    return success({});
  });
  return started.ok ? success({ begun: true }) : started;
}

async function beginImport(
  at: OpenDesk,
  { source, preview }: Seen,
  author: Author,
): Promise<Answer<Record<string, never>>> {
  const record = at.records.clinic;
  if (at.jobs.running() !== null) return failure('refused', 'job.busy');
  const untouched = await untouchedIn(at);
  if (!untouched.ok) return untouched;
  const { archiveId, pc } = preview;
  const noted = await note(at, author, { type: 'archiveImportBegun', archiveId, pc });
  if (!noted.ok) return noted;
  const args = { ...source, untouched: untouched.data, archiveId, now: at.clock.now() };
  return at.jobs.start('archiveImport', async (hooks) => {
    const done = await record.job('importArchive', args, hooks);
    return done.ok ? success({ ...done.data }) : done;
  });
}

/** Ids of sessions that are not over here. */
async function untouchedIn(at: OpenDesk): Promise<Answer<string[]>> {
  const live = await at.records.clinic.liveSessions();
  return live.ok ? success(live.data.map(({ sessionId }) => sessionId)) : live;
}

/** Written down before it is done, so that nothing leaves or enters without a line. */
function note(at: OpenDesk, author: Author, body: AuditBody): Promise<Answer<unknown>> {
  const now = at.clock.now();
  return at.records.clinic.append(auditAppend([auditEvent(author, body, now)], now));
}
