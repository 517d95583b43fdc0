import { settledKey, type FollowUpKind, type FollowUpState } from '../people/follow-up-events.ts';
import type { FollowUpRule } from '../people/follow-up-rule.ts';
import type { NextDecision } from '../session/sign-bodies.ts';

/** What a clinic can owe a patient, in the order of a day's work. */
export const owedKinds = ['call', 'copy', 'integration', 'scores', 'next'] as const;
export type OwedKind = (typeof owedKinds)[number];

/** An infusion that was given, as the follow-up sees it. */
export interface GivenSession {
  readonly sessionId: string;
  /** When the patient left, epoch ms. */
  readonly overAt: number;
  /** What the note for the next infusion says; null: nobody has signed. */
  readonly next: NextDecision | 'none' | null;
}

/** A course with its infusions, oldest first. */
export interface FollowedCourse {
  readonly plannedInfusions: number | null;
  readonly followUp: FollowUpState;
  /** When questionnaires were first answered in its sessions, epoch ms. */
  readonly answered: readonly number[];
  readonly given: readonly GivenSession[];
  /** How many were given in all, also longer ago. */
  readonly givenInAll: number;
  /** A session of it was made since the last one given, and is not over. */
  readonly begun: boolean;
}

/** One thing owed; `of` names it as the record does. Times epoch ms; late from `lateAt` on. */
export interface Owed {
  readonly kind: FollowUpKind;
  readonly of: string;
  readonly sessionId: string;
  readonly dueAt: number;
  readonly lateAt: number;
  /** Calls that reached nobody. */
  readonly tries: readonly { readonly at: number; readonly staffId: string | null }[];
  readonly week: number | null;
  readonly next: GivenSession['next'];
}

/** Nobody is called about the day before after two weeks, nor is a missed visit or week made up for later: days. The list is for today's work. */
const CALLED_FOR_DAYS = 14;
const HELD_FOR_DAYS = 30;
/** How long before now an infusion can be and still be owed something, days, but for weeks of scores and the next infusion. */
export const OWED_DAYS = 120;

/** A questionnaire so long before its week is that week's, ms. */
const EARLY_MS = 3 * 86_400_000;

/** The beginning of the calendar day that lies so many days after a moment, epoch ms. */
export type DayAfter = (at: number, days: number) => number;

/** What is owed to one patient now, by the clinic's rule. */
export function owedIn(course: FollowedCourse, rule: FollowUpRule, now: number, dayAfter: DayAfter): Owed[] {
  const all = [
    ...(rule.call ? course.given.map((one) => owed('call', one, [1, 2, CALLED_FOR_DAYS], dayAfter)) : []),
    ...(rule.integrationDays === null
      ? []
      : course.given.map((one) => visit(one, rule.integrationDays ?? 0, dayAfter))),
    ...scores(course, rule.scoreWeeks, dayAfter),
    ...next(course, rule.nextDays, dayAfter),
  ];
  const settled = new Set(course.followUp.settled);
  return all
    .filter(({ dueAt, goneAt }) => dueAt <= now && now < goneAt)
    .filter((one) => !settled.has(settledKey(one.kind, one.of)) && !isSeen(course, one))
    .map(({ goneAt: _gone, overAt: _over, ...one }) => ({ ...one, tries: triesOf(course.followUp, one) }));
}

interface Planned extends Omit<Owed, 'tries'> {
  readonly goneAt: number;
  readonly overAt: number;
}

/** @param days after the infusion: from when it is owed, late, and no longer asked for */
function owed(
  kind: FollowUpKind,
  session: GivenSession,
  [due, late, gone]: readonly [number, number, number],
  dayAfter: DayAfter,
): Planned {
  const { sessionId, overAt, next: decision } = session;
  const at = (days: number): number => dayAfter(overAt, days);
  const times = { dueAt: at(due), lateAt: at(late), goneAt: at(gone) };
  return { kind, of: sessionId, sessionId, overAt, week: null, next: decision, ...times };
}

function visit(session: GivenSession, days: number, dayAfter: DayAfter): Planned {
  return owed('integration', session, [1, days + 1, days + HELD_FOR_DAYS], dayAfter);
}

/** Weeks are counted from the first infusion of the course; where that one is not known here, nothing is asked. */
function scores({ given, givenInAll }: FollowedCourse, weeks: readonly number[], dayAfter: DayAfter): Planned[] {
  const [first] = given;
  if (first === undefined || given.length < givenInAll) return [];
  return weeks.map((week) => ({
    ...owed('scores', first, [7 * week, 7 * week + 7, 7 * week + 28], dayAfter),
    ...{ of: `week ${week}`, week },
  }));
}

/** Where a number was planned, it is not reached, nothing is begun, and no note says that none is to follow. */
function next(
  { plannedInfusions, given, givenInAll, begun }: FollowedCourse,
  days: number | null,
  dayAfter: DayAfter,
): Planned[] {
  const last = given.at(-1);
  if (days === null || last === undefined || begun || last.next === 'none') return [];
  if (plannedInfusions === null || givenInAll >= plannedInfusions) return [];
  return [owed('next', last, [days, days + 1, OWED_DAYS], dayAfter)];
}

/**
 * Whether the record itself shows that it was done: a note of integration after the infusion; a questionnaire from a few days
 * before the week on, one that was begun between the sessions or answered in one of them.
 */
function isSeen({ followUp, answered }: FollowedCourse, { kind, dueAt, goneAt, overAt }: Planned): boolean {
  const { noted, asked } = followUp;
  if (kind === 'integration') return noted.some((at) => at >= overAt && at < goneAt);
  return kind === 'scores' && [...asked, ...answered].some((at) => at >= dueAt - EARLY_MS && at < goneAt);
}

function triesOf({ tries }: FollowUpState, { kind, sessionId }: Pick<Owed, 'kind' | 'sessionId'>): Owed['tries'] {
  return kind === 'call' ? tries.flatMap(([of, at, staffId]) => (of === sessionId ? [{ at, staffId }] : [])) : [];
}
