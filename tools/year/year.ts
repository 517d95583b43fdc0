import type { Append } from '../../electron/record/client.ts';
import { FOLLOW_UP_BODY_VERSION, FOLLOW_UP_STREAM, defaultFollowUpRule } from '../../shared/people/follow-up-rule.ts';
import { PATIENT_BODY_VERSION, patientStream, type PatientBody } from '../../shared/people/patient-events.ts';
import { STAFF_BODY_VERSION, staffStream, type StaffBody } from '../../shared/people/staff-events.ts';
import { PROTOCOL_BODY_VERSION, PROTOCOL_STREAM, type ProtocolBody } from '../../shared/protocol/versions.ts';
import { randomFrom } from '../archive/random.ts';
import { Sitting } from '../archive/sitting.ts';
import { authorOf } from '../archive/staff.ts';
import { recoverVisit } from './after.ts';
import { prepareVisit } from './before.ts';
import { courseAppends, type GivenVisit } from './between.ts';
import { clockAt, DAY_MS, HOUR_MS, midnight, slotStart, ZONE } from './calendar.ts';
import type { NoteBefore, VisitCast } from './cast.ts';
import { protocolAt, type YearContents } from './contents.ts';
import { workAtDesk } from './desk.ts';
import { infuseVisit } from './hour.ts';
import { auditLine, lineOf } from './lines.ts';
import { outlookAfter } from './next-note.ts';
import { yearStaff, type YearStaff } from './people.ts';
import { planYear, type PlannedCourse, type PlannedVisit } from './plan.ts';
import { sheetsOf } from './sheets.ts';

/** What makes a year: the same gives the same events. */
export interface YearOptions {
  readonly seed: number;
  /** Epoch ms of the midnight before its last day. */
  readonly last: number;
}

/** Where nobody works any more on the last day. */
export function yearEnd({ last }: YearOptions): number {
  return last + 19 * HOUR_MS;
}

/** Everything that one small clinic wrote in a year, in the order in which it did. */
export function yearAppends(options: YearOptions, contents: YearContents, pinHash: string): readonly Append[] {
  const { seed, last } = options;
  const staff = yearStaff(seed);
  const courses = planYear(seed, last).flatMap((course) => writtenOf(options, course, staff, contents));
  return [...beginnings(last - 364 * DAY_MS, staff, contents, pinHash), ...courses].toSorted(
    (a, b) => a.recordedAt.wallMs - b.recordedAt.wallMs,
  );
}

/** Staff, protocols and the rule of what is owed, before the first patient. */
function beginnings(first: number, staff: YearStaff, { protocols }: YearContents, pinHash: string): Append[] {
  const app = { kind: 'app' as const };
  const begins = midnight(first) - 30 * DAY_MS + 9 * HOUR_MS;
  const added = staff.all.map(({ staffId, name, role }, place) => {
    const body: StaffBody = { type: 'staffAdded', name, role, pinHash };
    const at = begins + place * 60_000;
    return lineOf(staffStream(staffId), body, { version: STAFF_BODY_VERSION, author: app, at, begins: true });
  });
  const versions = protocols.map(({ hash, value }, place) => {
    const note = ['', 'As we work: ondansetron on standing order', 'Amber from 155: five red readings this spring'];
    const body: ProtocolBody = {
      ...{ type: 'versionMade', version: value.version, protocolHash: hash, takenFrom: null, note: note[place] ?? '' },
    };
    const author = place === 0 ? app : authorOf(staff.owner);
    return lineOf(PROTOCOL_STREAM, body, {
      version: PROTOCOL_BODY_VERSION,
      author,
      at: value.madeAt,
      begins: place === 0,
    });
  });
  const rule = { type: 'ruleSet', rule: { ...defaultFollowUpRule, scoreWeeks: [4, 12] } };
  const ruleParts = { version: FOLLOW_UP_BODY_VERSION, author: authorOf(staff.owner), at: begins + HOUR_MS };
  return [...added, ...versions, lineOf(FOLLOW_UP_STREAM, rule, { ...ruleParts, begins: true })];
}

/** One patient: their course with everything around it. */
function writtenOf(options: YearOptions, course: PlannedCourse, staff: YearStaff, contents: YearContents): Append[] {
  const { patient, visits } = course;
  const [firstVisit] = visits;
  if (firstVisit === undefined) return [];
  const { patientId, name, birthDate, allergies } = patient;
  const created: PatientBody = { type: 'patientCreated', details: { name, birthDate, allergies }, notSameAs: [] };
  const at = firstVisit.day - 2 * DAY_MS + 9.9 * HOUR_MS;
  const parts = { version: PATIENT_BODY_VERSION, author: authorOf(staff.owner), at, begins: true };
  const appends: Append[] = [lineOf(patientStream(patientId), created, parts)];
  const given: GivenVisit[] = [];
  let mgPerKg = 0.5;
  let note: (NoteBefore & { readonly at: number }) | null = null;
  for (const planned of visits) {
    const before = note !== null && note.at < slotStart(planned.day, planned.slot) ? note : null;
    const played = playVisit(options, { planned, mgPerKg, before }, staff, contents);
    appends.push(...played.appends);
    if (played.overAt !== null)
      given.push({ sessionId: played.sessionId, overAt: played.overAt, number: planned.number });
    note = played.note;
    if (note !== null) mgPerKg = played.mgPerKg;
  }
  return [...appends, ...courseAppends(options.seed, course, given, { staff, end: yearEnd(options) })];
}

interface Wanted extends Pick<VisitCast, 'planned' | 'mgPerKg' | 'before'> {}

interface Played {
  readonly appends: readonly Append[];
  readonly sessionId: string;
  /** When the patient left after an infusion, epoch ms; null: none was given. */
  readonly overAt: number | null;
  readonly note: (NoteBefore & { readonly at: number }) | null;
  /** The dose of the next one. */
  readonly mgPerKg: number;
}

function playVisit(options: YearOptions, wanted: Wanted, staff: YearStaff, contents: YearContents): Played {
  const { planned, mgPerKg } = wanted;
  const random = randomFrom(`year ${options.seed} visit ${planned.day} ${planned.slot}`);
  const startsAt = slotStart(planned.day, planned.slot) + random.whole(0, 480) * 1000;
  const nurse = random.pick(staff.nurses);
  const [one, two] = staff.clinicians;
  const [prescriber, other] = random.chance(0.7) ? [one, two] : [two, one];
  const protocol = protocolAt(contents, startsAt);
  const music = random.chance(0.65) ? contents.music[planned.patient.set] : random.pick(contents.music);
  if (music === undefined) throw new Error('There is built-in music');
  const cast: VisitCast = {
    ...{ ...wanted, nurse, prescriber, protocol, music },
    checker: random.pick(staff.nurses.filter((someone) => someone !== nurse)),
    body: bodyOf(planned, mgPerKg, random),
    weightKg: planned.patient.weightKg + random.whole(-2, 2) / 2,
    sheets: sheetsOf(planned, random),
  };
  const sitting = new Sitting({
    ...{
      sessionId: random.id(),
      protocol: protocol.value,
      music: music.value,
      author: authorOf(nurse),
      startsAt,
      random,
    },
    created: {
      ...{ patientId: planned.patient.patientId, courseId: planned.courseId, infusionNumber: planned.number },
      ...{ plannedInfusions: planned.planned, practice: false, protocolHash: protocol.hash, musicHash: null },
      ...{ plannedMs: protocol.value.infusionMs, room: 'Room 1', timeZone: ZONE },
    },
    clockOf: clockAt,
  });
  const isGiven = prepareVisit(sitting, cast);
  if (isGiven) {
    infuseVisit(sitting, cast);
    recoverVisit(sitting, cast);
  }
  const { sessionId, finished } = sitting.session;
  const outlook = outlookAfter(planned, mgPerKg, random);
  const signed = workAtDesk(sitting, { cast, other, next: outlook.next, last: options.last, end: yearEnd(options) });
  const { at, next } = signed;
  const read = at === null ? [] : [readBy(prescriber.staffId, sessionId, at - 90_000)];
  return {
    ...{ sessionId, overAt: finished?.at ?? null, mgPerKg: outlook.mgPerKg },
    appends: [
      auditLine({ type: 'signedIn', staffId: nurse.staffId }, authorOf(nurse), startsAt),
      ...sitting.appends,
      ...read,
    ],
    note: at === null || next === null ? null : { sessionId, decision: next.decision, at },
  };
}

function readBy(staffId: string, sessionId: string, at: number): Append {
  return auditLine({ type: 'recordRead', sessionId, practice: false }, { kind: 'staff', staffId }, at);
}

/** How this hour takes this body: a little otherwise every time. */
function bodyOf(
  { patient, number, story }: PlannedVisit,
  mgPerKg: number,
  random: ReturnType<typeof randomFrom>,
): VisitCast['body'] {
  const drift = Math.round(Math.sin(number / 2) * 4) + random.whole(-3, 3);
  const { systolic, diastolic, pulse, spo2 } = patient.baseline;
  const rise = ((patient.rises ? 17 : 14) + random.whole(-6, 7)) * (0.6 + 0.8 * mgPerKg);
  return {
    baseline: {
      systolic: Math.min(138, systolic + drift),
      diastolic: Math.min(88, diastolic + Math.round(drift / 2)),
      ...{ pulse: pulse + random.whole(-4, 4), spo2: Math.min(99, spo2) },
    },
    rise: story === 'calm' && patient.rises ? Math.min(16, rise) : rise,
    dip: random.whole(0, 2),
  };
}
