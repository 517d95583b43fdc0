import * as z from 'zod/mini';
import type { SessionBody } from '../session/event-bodies.ts';
import { sessionStream, type RecordedEvent } from '../session/event.ts';
import { sessionRowSchema } from './people.ts';

/** A session's row of the lists, as its own events tell it: the patient by id, name and birth date to be added. */
export const sessionFactsSchema = z.extend(z.omit(sessionRowSchema, { patientName: true, birthDate: true }), {
  courseId: z.nullable(z.string()),
});
export type SessionFacts = z.infer<typeof sessionFactsSchema>;

/** The bodies that change a session's row; all others leave it as it is. */
export const sessionRowTypes: ReadonlySet<string> = new Set<SessionBody['type']>([
  'created',
  'preChecksBegun',
  'started',
  'startTakenBack',
  'notGiven',
  'lengthChanged',
  'zeroReached',
  'pumpStopped',
  'finished',
  'timeAmended',
]);

/** A session's row after one more event; null before it was created. */
export function sessionFactsAfter(
  row: SessionFacts | null,
  event: Pick<RecordedEvent<SessionBody>, 'stream' | 'occurredAt' | 'body'>,
): SessionFacts | null {
  const { body, occurredAt: at } = event;
  if (body.type === 'created') return created(event.stream.slice(sessionStream('').length), body, at);
  if (row === null) return null;
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

function created(sessionId: string, body: Extract<SessionBody, { type: 'created' }>, at: number): SessionFacts {
  return {
    sessionId,
    practice: body.practice,
    patientId: body.patientId,
    courseId: body.courseId,
    infusionNumber: body.infusionNumber,
    plannedInfusions: body.plannedInfusions,
    phase: 'draft',
    createdAt: at,
    startedAt: null,
    stoppedAt: null,
    finishedAt: null,
    early: false,
  };
}
