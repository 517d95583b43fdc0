import type { Bands } from '../protocol/bands.ts';
import type { SessionBody } from '../session/event-bodies.ts';
import { sessionStream, type Author, type RecordedEvent } from '../session/event.ts';
import { deviceTypes } from '../session/event-kinds.ts';
import { isComplaint } from '../session/mark-kinds.ts';
import type { Session } from '../session/state.ts';
import { bandsOf, levelOf } from '../vitals/bands.ts';
import type { ReadingParts } from '../vitals/reading.ts';
import type { SessionFacts } from './session-facts.ts';

/** The bodies that change a session's row; of all others only author and seq are looked at. */
export const sessionRowTypes: ReadonlySet<string> = new Set<SessionBody['type']>([
  'created',
  'preChecksBegun',
  'orderChecked',
  'overridden',
  'telephoneOrderSigned',
  'callOrderSigned',
  'medicationChecked',
  'started',
  'startTakenBack',
  'notGiven',
  'lengthChanged',
  'zeroReached',
  'pumpStopped',
  'doseRecorded',
  'finished',
  'readingTaken',
  'readingNotObtained',
  'readingAmended',
  'readingWithdrawn',
  'bandRaised',
  'timeAmended',
  'marked',
  'markTakenBack',
  'adverseEventNoted',
  'adverseEventWithdrawn',
  'claimed',
  'disowned',
  'emergencyBegun',
  'sessionSigned',
  'sessionCosigned',
  'addendumAdded',
  'questionnaireAnswered',
]);

/**
 * What every event changes, known without its body: who took part, and what waits for a signature.
 * The very same row comes back where nothing changed.
 */
export function sessionFactsSeen(row: SessionFacts, seq: number, author: Author, type: string): SessionFacts {
  if (author.kind === 'staff') return withStaff(row, author.staffId);
  if (author.kind === 'app' || deviceTypes.has(type as SessionBody['type']) || row.unsigned.includes(seq)) return row;
  return { ...row, unsigned: [...row.unsigned, seq] };
}

/**
 * A session's row after one more event; null before it was created.
 * @param bands of the protocol the session names; null where it cannot be read, and then no reading is red by its values
 */
export function sessionFactsAfter(
  row: SessionFacts | null,
  event: Pick<RecordedEvent<SessionBody>, 'stream' | 'seq' | 'occurredAt' | 'author' | 'body'>,
  bands: Bands | null,
): SessionFacts | null {
  const { body, occurredAt: at } = event;
  if (body.type === 'created')
    return sessionFactsSeen(
      created(event.stream.slice(sessionStream('').length), body, at),
      1,
      event.author,
      body.type,
    );
  if (row === null) return null;
  const seen = sessionFactsSeen(row, event.seq, event.author, body.type);
  const next = afterLife(afterEntry(seen, event, bands), body, at);
  return next === row ? row : { ...next, seq: event.seq };
}

/** Phase and times as far as this one event tells them; see `movesTimes`. */
function afterLife(row: SessionFacts, body: SessionBody, at: number): SessionFacts {
  switch (body.type) {
    case 'preChecksBegun':
      return { ...row, phase: 'preChecks' };
    case 'started':
      return { ...row, phase: 'infusing', startedAt: at };
    case 'startTakenBack':
      return { ...row, phase: 'preChecks', startedAt: null };
    case 'notGiven':
      return { ...row, phase: 'notGiven' };
    case 'lengthChanged':
      return row.phase === 'overtime' ? { ...row, phase: 'infusing' } : row;
    case 'zeroReached':
      return { ...row, phase: 'overtime' };
    case 'pumpStopped':
      return { ...row, phase: 'recovery', stoppedAt: at, early: body.early };
    case 'finished':
      return { ...row, phase: 'finished', finishedAt: at };
    case 'timeAmended':
      return body.what === 'started' ? { ...row, startedAt: body.at } : { ...row, stoppedAt: body.at };
    default:
      return row;
  }
}

function afterEntry(
  row: SessionFacts,
  { seq, occurredAt: at, body }: Pick<RecordedEvent<SessionBody>, 'seq' | 'occurredAt' | 'body'>,
  bands: Bands | null,
): SessionFacts {
  switch (body.type) {
    case 'orderChecked':
    case 'medicationChecked':
      return withStaff(row, body.checkerId);
    case 'overridden':
      return body.by.kind === 'prescriber' ? withStaff(row, body.by.staffId) : row;
    case 'sessionSigned':
      return { ...withStaff(row, body.staffId), signedAt: at };
    case 'telephoneOrderSigned':
    case 'callOrderSigned':
    case 'sessionCosigned':
    case 'addendumAdded':
      return withStaff(row, body.staffId);
    case 'doseRecorded':
      return body.witnessId === null ? row : withStaff(row, body.witnessId);
    case 'readingTaken':
      return { ...row, readings: [...row.readings, [body.readingId, seq, isRed(bands, body.parts)]] };
    case 'readingNotObtained':
      return { ...row, readings: [...row.readings, [body.readingId, seq, false]] };
    case 'readingAmended': {
      const red = isRed(bands, body.parts);
      return { ...row, readings: row.readings.map(([id, by, was]) => [id, by, id === body.readingId ? red : was]) };
    }
    case 'readingWithdrawn':
      return { ...row, readings: row.readings.filter(([id]) => id !== body.readingId) };
    case 'bandRaised':
      return body.symptoms === null
        ? row
        : { ...row, symptomatic: [...(row.symptomatic ?? []), [body.readingId, seq]] };
    case 'marked':
      return isComplaint(body.kind) ? { ...row, complaints: [...row.complaints, [body.markId, seq]] } : row;
    case 'markTakenBack':
      return { ...row, complaints: row.complaints.filter(([id]) => id !== body.markId) };
    case 'adverseEventNoted':
      return { ...row, adverse: [...(row.adverse ?? []), body.adverseId] };
    case 'adverseEventWithdrawn':
      return { ...row, adverse: (row.adverse ?? []).filter((id) => id !== body.adverseId) };
    case 'claimed':
      return { ...row, unsigned: row.unsigned.filter((one) => !body.seqs.includes(one)) };
    case 'disowned':
      return {
        ...row,
        unsigned: row.unsigned.filter((one) => !body.seqs.includes(one)),
        readings: row.readings.filter(([, one]) => !body.seqs.includes(one)),
        complaints: row.complaints.filter(([, one]) => !body.seqs.includes(one)),
        ...(row.symptomatic === undefined
          ? {}
          : { symptomatic: row.symptomatic.filter(([, one]) => !body.seqs.includes(one)) }),
      };
    case 'emergencyBegun':
      return { ...row, emergencies: row.emergencies + 1 };
    case 'questionnaireAnswered':
      return body.answer === null ? row : withAnswered(row, body.sheetId, at);
    default:
      return row;
  }
}

/** Events after which only the whole session tells whether zero lies ahead again or an end was early: moved times. */
export function movesTimes(row: SessionFacts, type: string): boolean {
  if (type === 'timeAmended') return true;
  return row.phase === 'overtime' && (type === 'pumpPaused' || type === 'pumpResumed' || type === 'lengthChanged');
}

/** The row with its times as the whole session has them. */
export function withTimesOf(row: SessionFacts, session: Session): SessionFacts {
  return {
    ...row,
    seq: session.seq,
    phase: session.phase,
    startedAt: session.started?.at ?? null,
    stoppedAt: session.stopped?.at ?? null,
    early: session.stopped?.early ?? false,
  };
}

/** By its values, or by a symptom of it that is red whatever they are. */
function isRed(bands: Bands | null, parts: ReadingParts): boolean {
  return levelOf(bands === null ? {} : bandsOf(bands, parts, null), parts) === 'red';
}

function withStaff(row: SessionFacts, staffId: string): SessionFacts {
  return row.staff.includes(staffId) ? row : { ...row, staff: [...row.staff, staffId] };
}

/** The first answer of a sheet dates it. */
function withAnswered(row: SessionFacts, sheetId: string, at: number): SessionFacts {
  const { answered = [] } = row;
  return answered.some(([known]) => known === sheetId) ? row : { ...row, answered: [...answered, [sheetId, at]] };
}

function created(sessionId: string, body: Extract<SessionBody, { type: 'created' }>, at: number): SessionFacts {
  return {
    sessionId,
    practice: body.practice,
    patientId: body.patientId,
    courseId: body.courseId,
    protocolHash: body.protocolHash,
    infusionNumber: body.infusionNumber,
    plannedInfusions: body.plannedInfusions,
    phase: 'draft',
    createdAt: at,
    startedAt: null,
    stoppedAt: null,
    finishedAt: null,
    early: false,
    seq: 1,
    unsigned: [],
    readings: [],
    complaints: [],
    emergencies: 0,
    staff: [],
  };
}
