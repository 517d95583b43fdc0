import { basename } from 'node:path';
import { withoutIntention } from '../../shared/intake/privacy.ts';
import type { RequestData } from '../../shared/ipc/contract.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { replay } from '../../shared/session/evolve.ts';
import { sessionStream, type Author, type SessionEvent } from '../../shared/session/event.ts';
import { missingFrom } from '../../shared/session/missing-events.ts';
import type { Session } from '../../shared/session/state.ts';
import type { Audit } from '../access/audit.ts';
import type { CopyKey } from '../access/copy-key.ts';
import { readEmergencyCopy, writeEmergencyCopy, type EmergencyCopy } from '../record/emergency-copy.ts';
import type { AskFile, FileKind } from '../windows/ask-file.ts';
import type { Clock } from './clock.ts';
import type { Room } from './room.ts';

const kind: FileKind = { name: 'Stillroom', extension: 'age' };
/** Entries told to a window at once. */
const PAGE = 200;

/** Emergency copies: made of a session while it runs, looked into later. */
export interface Copies {
  readonly make: (sessionId: string, author: Author) => Promise<Answer<RequestData<'copy.make'>>>;
  readonly open: (author: Author) => Promise<Answer<RequestData<'copy.open'>>>;
  readonly entries: (from: number) => Promise<Answer<RequestData<'copy.entries'>>>;
}

export function createCopies(parts: {
  readonly room: Room;
  readonly clock: Clock;
  readonly key: () => Promise<CopyKey>;
  readonly ask: AskFile;
  readonly audit: Audit;
}): Copies {
  const { room, clock, key, ask, audit } = parts;
  /** The copy that was looked into last. */
  let opened: EmergencyCopy | null = null;
  return {
    make: async (sessionId, author) => {
      const file = await ask.save(`stillroom-emergency-copy-${stamp(clock.now().wallMs)}.age`, kind);
      if (file === null) return success({ name: null, entries: 0, unsaved: 0 });
      const copy = await copyOf(room, clock, sessionId);
      if (!copy.ok) return copy;
      const { head, events } = copy.data;
      const written = await writeEmergencyCopy(file, await key(), copy.data);
      if (!written.ok) return written;
      const unsaved = events.filter(({ seq }) => seq > head.saved).length;
      const body = { type: 'emergencyCopyMade' as const, sessionId, entries: events.length, unsaved };
      // The disk that refuses the entries refuses this line too: it is kept and written with the next one.
      void audit.note(author, body, clock.now());
      return success({ name: basename(file), entries: events.length, unsaved });
    },
    open: async (author) => {
      const file = await ask.open(kind);
      if (file === null) return success({ name: null, head: null, entries: 0, missing: null });
      const copy = await readEmergencyCopy(file, (await key()).identity);
      if (!copy.ok) return copy;
      const session = replay(copy.data.events);
      if (session === null) return failure('refused', 'copy.foreign');
      opened = copy.data;
      const { madeAt, patient, protocol, saved } = opened.head;
      await audit.note(author, { type: 'emergencyCopyOpened', sessionId: session.sessionId }, clock.now());
      const recorded = await recordedOf(room, session);
      return success({
        name: basename(file),
        head: { madeAt, patient, protocol, saved },
        entries: opened.events.length,
        missing: recorded === null ? null : missingFrom(opened.events, recorded).map(({ seq }) => seq),
      });
    },
    entries: async (from) => {
      if (opened === null) return failure('refused', 'copy.none');
      const events = opened.events.slice(from, from + PAGE).map(withoutIntention);
      return success({ events, more: opened.events.length > from + PAGE });
    },
  };
}

/** All of a session that main knows, whatever the state of the record. */
async function copyOf(room: Room, clock: Clock, sessionId: string): Promise<Answer<EmergencyCopy>> {
  const runner = await room.runner(sessionId);
  if (!runner.ok) return runner;
  const { ahead, protocol } = runner.data;
  const page = await runner.data.since(0, ahead.seq);
  if (!page.ok) return page;
  const patient = await room.patientOf(ahead);
  const { saved } = page.data;
  const head = { madeAt: clock.now(), patient: patient.ok ? patient.data : null, protocol, saved };
  return success({ head, events: page.data.events });
}

/** What the record holds of a session today, nothing where it does not know it; null where it cannot be read. */
async function recordedOf(room: Room, { sessionId, created }: Session): Promise<readonly SessionEvent[] | null> {
  const record = room.recordOf(created.practice);
  const events: SessionEvent[] = [];
  for (let more = true; more;) {
    const page = await record.since(sessionStream(sessionId), events.at(-1)?.seq ?? 0, PAGE);
    if (!page.ok) return null;
    events.push(...(page.data.events as SessionEvent[]));
    ({ more } = page.data);
  }
  return events;
}

/** `2026-11-22-1403`, in the PC's time. */
function stamp(wallMs: number): string {
  const at = new Date(wallMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}`;
}
