import type { Append } from '../../electron/record/client.ts';
import { AUDIT_BODY_VERSION, AUDIT_STREAM, type AuditBody } from '../../shared/people/audit-events.ts';
import { COURSE_BODY_VERSION, courseStream, type CourseBody } from '../../shared/people/course-events.ts';
import { PATIENT_BODY_VERSION, patientStream, type PatientBody } from '../../shared/people/patient-events.ts';
import { STAFF_BODY_VERSION, staffStream, type StaffBody } from '../../shared/people/staff-events.ts';
import type { Author } from '../../shared/session/event.ts';
import { recover } from './after.ts';
import { prepare, type Cast } from './before.ts';
import { clockOf, dayStart, slotStart } from './calendar.ts';
import type { Contents } from './contents.ts';
import { infuse } from './during.ts';
import { planDays, type PlannedDay, type PlannedSession } from './plan.ts';
import { randomFrom } from './random.ts';
import { Sitting } from './sitting.ts';
import { authorOf, staffOf, type Member } from './staff.ts';
import { baselineOf } from './vitals.ts';

/** What makes an archive: the same gives the same events. */
export interface ArchiveOptions {
  readonly seed: number;
  readonly sessions: number;
}

/** Makes the days of one archive; nothing of one day depends on another having been made. */
export interface ArchiveMaker {
  readonly days: readonly PlannedDay[];
  /** The staff as the archive's first writes. */
  readonly staff: (pinHash: string) => readonly Append[];
  /** What was written on a day, in the order in which it was. */
  readonly day: (day: PlannedDay) => readonly Append[];
}

export function archiveMaker({ seed, sessions }: ArchiveOptions, contents: Contents): ArchiveMaker {
  const staff = staffOf(seed);
  return {
    days: planDays(seed, sessions),
    staff: (pinHash) => staff.map((member) => added(member, pinHash)),
    day: ({ day, sessions: planned }) => {
      const parts = planned.flatMap((session) => [
        ...arrival(session, day, staff),
        ...sessionAppends(seed, session, day, staff, contents),
      ]);
      // Rooms run side by side: the record holds what they wrote in the order of its moments.
      return parts.toSorted((a, b) => a.recordedAt.wallMs - b.recordedAt.wallMs);
    },
  };
}

function sessionAppends(
  seed: number,
  planned: PlannedSession,
  day: number,
  staff: readonly Member[],
  { protocol, music }: Contents,
): readonly Append[] {
  const random = randomFrom(`session ${seed} ${planned.index}`);
  const nurses = staff.filter(({ role }) => role === 'nurse');
  const nurse = random.pick(nurses);
  const cast: Cast = {
    planned,
    nurse,
    music: random.pick(music),
    baseline: baselineOf(random),
    checker: random.pick(nurses.filter((other) => other !== nurse)),
    prescriber: random.pick(staff.filter(({ role }) => role === 'clinician')),
  };
  const sitting = new Sitting({
    sessionId: random.id(),
    created: {
      patientId: planned.patient.patientId,
      courseId: planned.courseId,
      infusionNumber: planned.infusionNumber,
      plannedInfusions: planned.plannedInfusions,
      practice: false,
      protocolHash: protocol.hash,
      musicHash: cast.music.hash,
      plannedMs: protocol.value.infusionMs,
      room: `Room ${planned.room + 1}`,
      timeZone: 'Europe/Berlin',
    },
    protocol: protocol.value,
    music: cast.music.value,
    author: authorOf(nurse),
    clockOf: (wallMs) => clockOf(day, wallMs),
    startsAt: slotStart(day, planned.slot) + random.whole(0, 600_000),
    random,
  });
  prepare(sitting, cast);
  if (planned.story !== 'notGiven') {
    infuse(sitting, cast);
    recover(sitting, cast);
  }
  return [
    audit({ type: 'signedIn', staffId: nurse.staffId }, nurse, day, sitting.session.createdAt),
    ...sitting.appends,
  ];
}

/** A patient who is new, and a course that is, just before their first session. */
function arrival(planned: PlannedSession, day: number, staff: readonly Member[]): Append[] {
  const at = slotStart(day, planned.slot) - 60_000;
  const [owner] = staff;
  if (owner === undefined) throw new Error('An archive has staff');
  const { patientId, name, birthDate, allergies } = planned.patient;
  const patient: PatientBody = { type: 'patientCreated', details: { name, birthDate, allergies }, notSameAs: [] };
  const course: CourseBody = { type: 'courseCreated', patientId, plannedInfusions: planned.plannedInfusions };
  const author = authorOf(owner);
  return [
    ...(planned.newPatient ? [first(patientStream(patientId), PATIENT_BODY_VERSION, patient, author, day, at)] : []),
    ...(planned.newCourse ? [first(courseStream(planned.courseId), COURSE_BODY_VERSION, course, author, day, at)] : []),
  ];
}

function added({ staffId, name, role }: Member, pinHash: string): Append {
  const body: StaffBody = { type: 'staffAdded', name, role, pinHash };
  return first(staffStream(staffId), STAFF_BODY_VERSION, body, { kind: 'app' }, 0, dayStart(0) + 7 * 3_600_000);
}

function audit(body: AuditBody, { staffId }: Member, day: number, at: number): Append {
  const author: Author = { kind: 'staff', staffId };
  return { ...first(AUDIT_STREAM, AUDIT_BODY_VERSION, body, author, day, at), expectedSeq: null };
}

/** The only event of a stream that begins with it. */
function first(
  stream: string,
  version: number,
  body: Readonly<Record<string, unknown>>,
  author: Author,
  day: number,
  at: number,
): Append {
  const event = { occurredAt: at, sessionMs: null, author, body };
  return { stream, expectedSeq: 0, commandId: null, recordedAt: clockOf(day, at), version, events: [event] };
}
