import type { Staff } from '../people/people.ts';
import type { SessionEvent } from '../session/event.ts';
import { momentIn } from './moment.ts';
import { readingVersions } from './reading-versions.ts';
import { SESSION_FILE_FORMAT, SESSION_FILE_VERSION, type SessionInFile } from './session-file.ts';
import type { ToldSession } from './told-session.ts';

/** What stands before the first session of a file, and after the last. Between two sessions stands a comma. `madeAt`: epoch ms. */
export function jsonHead(madeAt: number): string {
  const head = { format: SESSION_FILE_FORMAT, version: SESSION_FILE_VERSION, madeAt: new Date(madeAt).toISOString() };
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "sessions": [\n`;
}
export const JSON_FOOT = '\n]}\n';

/** A session as it stands in a file. */
export function sessionInFile(told: ToldSession): SessionInFile {
  const { session, events, patient, protocol, intentionLeftOut } = told;
  const { created, started, stopped, finished, order, dose } = session;
  const moment = (at: number): string => momentIn(at, created.timeZone);
  return {
    sessionId: session.sessionId,
    practice: created.practice,
    patient:
      patient === null ? null : { patientId: patient.patientId, name: patient.name, birthDate: patient.birthDate },
    courseId: created.courseId,
    infusion: created.infusionNumber,
    plannedInfusions: created.plannedInfusions,
    room: created.room,
    timeZone: created.timeZone,
    protocol: {
      hash: created.protocolHash,
      title: protocol.title,
      version: protocol.version,
      author: protocol.author,
    },
    phase: session.phase,
    createdAt: moment(session.createdAt),
    startedAt: started === null ? null : moment(started.at),
    stopped: stopped === null ? null : { at: moment(stopped.at), early: stopped.early, reason: stopped.reason },
    finished: finished === null ? null : { at: moment(finished.at), how: finished.how },
    plannedMs: session.plannedMs,
    order: order === null ? null : order.order,
    dose: dose === null ? null : { mgGiven: dose.mgGiven, mgDiscarded: dose.mgDiscarded },
    staff: staffIn(told, events),
    readings: readingVersions(told).map(({ readingId, version, state, reason, takenAt, ...reading }) => ({
      ...{ readingId, version, state, reason, takenAt: moment(takenAt), sessionMs: reading.sessionMs },
      ...{ baseline: reading.baseline, parts: reading.parts, notObtained: reading.notObtained },
      notObtainedParts: reading.notObtainedParts === null ? null : [...reading.notObtainedParts],
      ...{ outside: reading.outside, outsideReason: reading.outsideReason },
      author: reading.author,
    })),
    events: [...events],
    intentionLeftOut,
  };
}

/** The names of those whose ids stand in the session. */
function staffIn({ names }: ToldSession, events: readonly SessionEvent[]): Pick<Staff, 'staffId' | 'name'>[] {
  const ids = new Set(events.flatMap(({ author }) => (author.kind === 'staff' ? [author.staffId] : [])));
  return [...ids].flatMap((staffId) => {
    const name = names.get(staffId);
    return name === undefined ? [] : [{ staffId, name }];
  });
}
