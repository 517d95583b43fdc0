import type { Append } from '../../electron/record/client.ts';
import { decideCourse, type CourseCommand } from '../../shared/people/course-commands.ts';
import { betweenOf, COURSE_BODY_VERSION, courseStream, type CourseBody } from '../../shared/people/course-events.ts';
import type { Author } from '../../shared/session/event.ts';
import { randomFrom, type Random } from '../archive/random.ts';
import { authorOf } from '../archive/staff.ts';
import { answersTo, sheetAfter } from './sheets.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, midnight, openFrom } from './calendar.ts';
import { lineOf } from './lines.ts';
import type { YearStaff } from './people.ts';
import type { PlannedCourse } from './plan.ts';
import { again, integrationNotes } from './words.ts';

/** An infusion that was given, as what follows it sees it. */
export interface GivenVisit {
  readonly sessionId: string;
  /** Epoch ms of when the patient left. */
  readonly overAt: number;
  readonly number: number;
}

/** One thing done between the sessions, at a moment (epoch ms). */
interface Deed {
  readonly at: number;
  readonly author: Author;
  readonly of: CourseBody | CourseCommand;
}

/** The course itself: made, and open from its first maintenance on. */
export function courseAppends(
  seed: number,
  { courseId, patient, planned, visits }: PlannedCourse,
  given: readonly GivenVisit[],
  { staff, end }: { readonly staff: YearStaff; readonly end: number },
): readonly Append[] {
  const random = randomFrom(`year ${seed} between ${courseId}`);
  const parts = { version: COURSE_BODY_VERSION, author: authorOf(staff.owner) };
  const firstDay = visits[0]?.day;
  if (firstDay === undefined) return [];
  const madeAt = firstDay - 2 * DAY_MS + 10 * HOUR_MS;
  const created: CourseBody = { type: 'courseCreated', patientId: patient.patientId, plannedInfusions: planned };
  const deeds = [
    ...calls(given, random, { staff, end }),
    ...talks(given, random, staff),
    ...weeks({ patient, given, random, staff, end }),
    ...opened({ planned, given, visits }, staff),
  ];
  const stream = courseStream(courseId);
  const known: { occurredAt: number; author: Author; body: CourseBody }[] = [];
  const appends = [lineOf(stream, created, { ...parts, at: madeAt, begins: true })];
  for (const { at, author, of } of deeds.filter((deed) => deed.at <= end).toSorted((a, b) => a.at - b.at))
    for (const body of bodiesOf(known, of)) {
      known.push({ occurredAt: at, author, body });
      appends.push(lineOf(stream, body, { version: COURSE_BODY_VERSION, author, at }));
    }
  return appends;
}

const commands: ReadonlySet<string> = new Set<CourseCommand['type']>([
  ...(['beginQuestionnaire', 'answerQuestion', 'endQuestionnaire', 'speakOfSafety'] as const),
  ...(['speakBetween', 'keepIntegrationNote'] as const),
]);
const isCommand = (of: Deed['of']): of is CourseCommand => commands.has(of.type);

/** What is asked of a course goes through its rules; what follows an infusion is written as it is. */
function bodiesOf(
  known: readonly { occurredAt: number; author: Author; body: CourseBody }[],
  of: Deed['of'],
): readonly CourseBody[] {
  if (!isCommand(of)) return [of];
  const decided = decideCourse(betweenOf(known), of);
  if ('ok' in decided) throw new Error(`${of.type} was refused: ${decided.code}`);
  return decided;
}

/** The call on the next day: mostly reached, sometimes at the second try. */
function calls(
  given: readonly GivenVisit[],
  random: Random,
  { staff: { nurses }, end }: { readonly staff: YearStaff; readonly end: number },
): Deed[] {
  return given.flatMap(({ sessionId, overAt }): Deed[] => {
    const author = authorOf(random.pick(nurses));
    const at = openFrom(midnight(overAt) + DAY_MS) + 10 * HOUR_MS + random.whole(0, 100) * MINUTE_MS;
    const unwell = random.chance(0.12);
    const unwellNote = unwell ? random.pick(['Headache until noon', 'Dizzy in the morning, gone now', 'Tired']) : null;
    const sleep = random.pick(['well', 'well', 'well', 'soSo', 'badly'] as const);
    const called: CourseBody = {
      ...{ type: 'nextDayCalled', sessionId, unwell, unwellNote, sleep },
      again: random.chance(0.4) ? random.pick(again) : null,
    };
    const isOpen = end - overAt < 9 * DAY_MS && random.chance(0.5);
    if (!isOpen && !random.chance(0.12)) return [{ at, author, of: called }];
    const missed: CourseBody = { type: 'nextDayNotReached', sessionId, note: 'Left word on the machine' };
    if (isOpen) return random.chance(0.5) ? [{ at, author, of: missed }] : [];
    return [
      { at, author, of: missed },
      { at: openFrom(midnight(at) + DAY_MS) + 15 * HOUR_MS, author, of: called },
    ];
  });
}

/** Talks of integration after every second infusion; what was said in the next one stands there. */
function talks(given: readonly GivenVisit[], random: Random, { therapist }: YearStaff): Deed[] {
  return given.flatMap(({ sessionId, overAt, number }): Deed[] => {
    const author = authorOf(therapist);
    const at =
      openFrom(midnight(overAt) + random.whole(1, 2) * DAY_MS) + 15 * HOUR_MS + random.whole(0, 90) * MINUTE_MS;
    if (number % 2 === 1) {
      const of: CourseCommand = {
        ...{ type: 'keepIntegrationNote', noteId: random.id(), text: random.pick(integrationNotes) },
      };
      return [{ at, author, of }];
    }
    return [{ at, author, of: { type: 'followUpDone', kind: 'integration', of: sessionId, note: null } }];
  });
}

interface WeekParts {
  readonly patient: PlannedCourse['patient'];
  readonly given: readonly GivenVisit[];
  readonly random: Random;
  readonly staff: YearStaff;
  readonly end: number;
}

/** Questionnaires by telephone, four and twelve weeks after the first infusion. */
function weeks({ patient, given, random, staff, end }: WeekParts): Deed[] {
  const [first] = given;
  if (first === undefined) return [];
  return [4, 12].flatMap((week): Deed[] => {
    const author = authorOf(random.pick(staff.nurses));
    const due = openFrom(midnight(first.overAt) + (7 * week + random.whole(0, 3)) * DAY_MS);
    if (random.chance(0.12)) return [];
    const infusions = given.filter(({ overAt }) => overAt < due).length;
    const wanted = sheetAfter(patient, 'phq9', infusions, random);
    const sheetId = random.id();
    let at = due + 11 * HOUR_MS + random.whole(0, 60) * MINUTE_MS;
    const deed = (of: CourseCommand, ms: number): Deed => ({ at: (at += ms), author, of });
    const asked = [
      deed({ type: 'beginQuestionnaire', sheetId, questionnaire: 'phq9', by: 'staff' }, 0),
      ...answersTo(wanted, random).map(([question, answer]) =>
        deed({ type: 'answerQuestion', sheetId, question, answer }, random.whole(8, 15) * 1000),
      ),
      deed({ type: 'endQuestionnaire', sheetId }, 5000),
    ];
    if (wanted.safety === 0 || at > end) return asked;
    const [clinician] = staff.clinicians;
    const of: CourseCommand = {
      ...{ type: 'speakBetween', safetyIds: [`${sheetId}:1`], who: clinician.name, decision: 'goOn' },
      words: 'Called back within the hour. Passive thoughts as before, no plan; the sister is with them.',
    };
    return [...asked, { at: at + 40 * MINUTE_MS, author: authorOf(clinician), of }];
  });
}

/** From the first maintenance on the number is open. */
function opened(
  { planned, given, visits }: { planned: number; given: readonly GivenVisit[]; visits: PlannedCourse['visits'] },
  { owner }: YearStaff,
): Deed[] {
  const lastPlanned = given.find(({ number }) => number === planned);
  if (lastPlanned === undefined || !visits.some(({ number }) => number > planned)) return [];
  const at = lastPlanned.overAt + 30 * MINUTE_MS;
  return [{ at, author: authorOf(owner), of: { type: 'courseEdited', plannedInfusions: null } }];
}
