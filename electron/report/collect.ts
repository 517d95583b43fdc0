import { sheetsBeside } from '../../shared/export/between-sessions.ts';
import { toldSession, type ToldSession } from '../../shared/export/told-session.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { betweenOf, courseBodySchema, courseStream } from '../../shared/people/course-events.ts';
import type { Patient } from '../../shared/people/people.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { Sheet } from '../../shared/questionnaires/sheets.ts';
import { storedProtocolSchema } from '../../shared/protocol/stored.ts';
import { sessionEventSchema, sessionStream, type SessionEvent } from '../../shared/session/event.ts';
import type { RecordClient } from '../record/client.ts';
import { isErased } from '../record/erased-body.ts';

/** What of a record sessions are told from. */
export type Source = Pick<RecordClient, 'allOf' | 'courseSessions' | 'getContent' | 'patient' | 'staff'>;

/** Tells sessions one after the other; protocols and names are read once. */
export interface Collector {
  readonly told: (sessionId: string) => Promise<Answer<ToldSession>>;
}

/**
 * Reads sessions of one record as they may leave the app. Failures: those of the record, `session.unknown` (also where it
 * was erased), `record.contentDamaged`.
 * @param staff those of the clinic, whose names stand in practice too
 */
export function createCollector(record: Source, staff: Pick<RecordClient, 'staff'>): Collector {
  const protocols = new Map<string, Protocol>();
  let names: ReadonlyMap<string, string> | null = null;

  const protocolOf = async (hash: string): Promise<Answer<Protocol>> => {
    const known = protocols.get(hash);
    if (known !== undefined) return success(known);
    const content = await record.getContent(hash);
    if (!content.ok) return content;
    const protocol = storedProtocolSchema.safeParse(content.data.value);
    if (!protocol.success) return failure('broken', 'record.contentDamaged');
    protocols.set(hash, protocol.data);
    return success(protocol.data);
  };

  const namesOf = async (): Promise<Answer<ReadonlyMap<string, string>>> => {
    if (names !== null) return success(names);
    const all = await staff.staff();
    if (!all.ok) return all;
    names = new Map(all.data.map(({ staffId, name }) => [staffId, name]));
    return success(names);
  };

  return {
    told: async (sessionId) => {
      const events = await eventsOf(record, sessionId);
      if (!events.ok) return events;
      const [first] = events.data;
      if (first?.body.type !== 'created') return failure('refused', 'session.unknown');
      const protocol = await protocolOf(first.body.protocolHash);
      if (!protocol.ok) return protocol;
      const patient = await patientOf(record, first.body.patientId);
      if (!patient.ok) return patient;
      const known = await namesOf();
      if (!known.ok) return known;
      const between = await betweenFor(record, sessionId, first.body.courseId);
      if (!between.ok) return between;
      const beside = { protocol: protocol.data, patient: patient.data, names: known.data, between: between.data };
      const told = toldSession(events.data, beside);
      return told === null ? failure('refused', 'session.unknown') : success(told);
    },
  };
}

/** The questionnaires between the sessions of its course that leave beside this one; an entry that was erased is left out. */
async function betweenFor(record: Source, sessionId: string, courseId: string | null): Promise<Answer<Sheet[]>> {
  if (courseId === null) return success([]);
  const all = await record.allOf(courseStream(courseId));
  if (!all.ok) return all;
  const events = all.data.flatMap((event) => {
    const body = courseBodySchema.safeParse(event.body);
    return body.success ? [{ ...event, body: body.data }] : [];
  });
  const { sheets } = betweenOf(events);
  if (sheets.length === 0) return success([]);
  const course = await record.courseSessions(courseId);
  return course.ok ? success(sheetsBeside(sessionId, course.data, sheets)) : course;
}

async function eventsOf(record: Source, sessionId: string): Promise<Answer<readonly SessionEvent[]>> {
  const all = await record.allOf(sessionStream(sessionId));
  if (!all.ok) return all;
  // The rows of an erased patient's session stand; what they said is gone.
  if (all.data.length === 0 || all.data.some(({ body }) => isErased(body)))
    return failure('refused', 'session.unknown');
  const parsed = all.data.map((event) => sessionEventSchema.safeParse(event));
  const whole = parsed.flatMap((event) => (event.success ? [event.data] : []));
  return whole.length < parsed.length ? failure('broken', 'record.eventInvalid') : success(whole);
}

async function patientOf(record: Source, patientId: string | null): Promise<Answer<Patient | null>> {
  return patientId === null ? success(null) : record.patient(patientId);
}
