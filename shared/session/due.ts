import type { DueReading } from '../protocol/reading-plan.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { ClockReading } from '../time/clock.ts';
import type { AskedPart } from '../vitals/asked-parts.ts';
import { closingAnswer, coverageOf, type Coverage } from './due-parts.ts';
import { lifeMs, sessionAt } from './life.ts';
import type { Session } from './state.ts';

/**
 * `soon`: its window is open and its moment still ahead, so that a reading counts for it already; `due` from its moment to
 * the end of the window; `late` after that, until the next one's turn; `notObtained`: skipped, with a reason. A reading of
 * which some parts are entered stays what it is until nothing of it is missing.
 */
export type DueState = 'upcoming' | 'soon' | 'due' | 'late' | 'taken' | 'notObtained' | 'lapsed';

/** Whether a reading that is taken now answers it. */
export function isOpen({ state }: { readonly state: DueState }): boolean {
  return state === 'soon' || state === 'due' || state === 'late';
}

/** One reading of the schedule as it stands. */
export interface DueStatus {
  readonly id: string;
  readonly from: DueReading['from'];
  readonly offsetMs: number;
  /** Moment on the life axis; before the start or the stop it is where it would lie if that came now or as planned. */
  readonly lifeMs: number;
  /** From now, ms; negative once it has passed. */
  readonly dueInMs: number;
  readonly state: DueState;
  /** Since its window closed, ms; 0 where it is not late. */
  readonly lateMs: number;
  /** The entry that gave it its last values; where it has none, the one that says why. Null where nobody answered. */
  readonly readingId: string | null;
  /** What is neither entered nor said to be not obtained; all of it while nobody answered. */
  readonly missing: readonly AskedPart[];
  /** Some of it is answered, and some is missing. */
  readonly partly: boolean;
  /** When nothing was left of it, on the life axis; null while something is. */
  readonly doneLifeMs: number | null;
}

/** Where the pump's stop lies, or would lie with nothing but time passing. */
export function stopLifeMs(session: Session, nowLifeMs: number): number {
  if (session.stopped !== null) return session.stopped.lifeMs;
  const elapsedMs = sessionAt(session, nowLifeMs) ?? 0;
  return nowLifeMs + Math.max(0, session.plannedMs - elapsedMs);
}

interface Placed {
  readonly due: DueReading;
  readonly lifeMs: number;
  /** Life time from which a reading can count for it, and from which the next one takes over. */
  readonly opensMs: number;
  readonly untilMs: number;
  /** The pump stopped before its window opened: the recovery schedule has taken over. */
  readonly overtaken: boolean;
}

/** The schedule on the life axis, in order. Real time: a paused pump moves no reading. */
function placed(session: Session, protocol: Protocol, nowLifeMs: number): Placed[] {
  const startMs = session.started?.lifeMs ?? nowLifeMs;
  const stopMs = stopLifeMs(session, nowLifeMs);
  const moments = protocol.dueReadings
    .map((due) => ({ due, lifeMs: (due.from === 'start' ? startMs : stopMs) + due.offsetMs }))
    .toSorted((a, b) => a.lifeMs - b.lifeMs || a.due.offsetMs - b.due.offsetMs);
  const list = moments.map(({ due, lifeMs: at }) => ({
    due,
    lifeMs: at,
    opensMs: at - due.windowMs,
    overtaken: due.from === 'start' && session.stopped !== null && at - due.windowMs > stopMs,
  }));
  const standing = list.filter((entry) => !entry.overtaken);
  return list.map((entry) => {
    const next = entry.overtaken ? undefined : standing[standing.indexOf(entry) + 1];
    return { ...entry, untilMs: next === undefined ? Infinity : Math.max(next.opensMs, entry.lifeMs) };
  });
}

function stateOf(session: Session, entry: Placed, nowLifeMs: number, { answers, closed }: Coverage): DueState {
  if (closed) return answers.some(({ parts }) => parts !== null) ? 'taken' : 'notObtained';
  const over = session.finished !== null && session.finished.lifeMs < entry.lifeMs;
  if (entry.overtaken || over || session.phase === 'notGiven') return 'lapsed';
  if (session.started === null || nowLifeMs < entry.opensMs) return 'upcoming';
  if (session.finished !== null) return 'lapsed';
  if (nowLifeMs < entry.lifeMs) return 'soon';
  if (nowLifeMs <= entry.lifeMs + entry.due.windowMs) return 'due';
  return nowLifeMs >= entry.untilMs ? 'lapsed' : 'late';
}

/** The whole reading schedule, in the order of its moments. */
export function dueReadings(session: Session, protocol: Protocol, now: ClockReading): DueStatus[] {
  const nowLifeMs = lifeMs(session, now);
  return placed(session, protocol, nowLifeMs).map((entry) => {
    const coverage = coverageOf(session, protocol, entry.due.id);
    const { answers, missing, closed } = coverage;
    const state = stateOf(session, entry, nowLifeMs, coverage);
    return {
      id: entry.due.id,
      from: entry.due.from,
      offsetMs: entry.due.offsetMs,
      lifeMs: entry.lifeMs,
      dueInMs: entry.lifeMs - nowLifeMs,
      state,
      lateMs: state === 'late' ? nowLifeMs - entry.lifeMs - entry.due.windowMs : 0,
      readingId: (answers.findLast(({ parts }) => parts !== null) ?? answers.at(-1))?.readingId ?? null,
      missing,
      partly: answers.length > 0 && !closed,
      doneLifeMs: closingAnswer(coverage, protocol)?.lifeMs ?? null,
    };
  });
}

/** The reading to take now or next: an open one before an upcoming one; null before the start and when none is left. */
export function nextDue(session: Session, protocol: Protocol, now: ClockReading): DueStatus | null {
  if (session.started === null) return null;
  const list = dueReadings(session, protocol, now);
  const open = list.findLast(isOpen);
  return open ?? list.find((due) => due.state === 'upcoming') ?? null;
}

function entryAt(session: Session, protocol: Protocol, nowLifeMs: number, takenLifeMs: number): Placed | null {
  if (session.started === null || takenLifeMs < session.started.lifeMs) return null;
  const found = placed(session, protocol, nowLifeMs).findLast(
    (candidate) => !candidate.overtaken && candidate.opensMs <= takenLifeMs && takenLifeMs < candidate.untilMs,
  );
  return found ?? null;
}

/**
 * Which reading of the schedule one taken at `takenLifeMs` answers, wholly or partly; null where none is open for it, or
 * where what is missing of that one is not among the `given` parts. `given` null: whatever is missing.
 */
export function dueFor(
  session: Session,
  protocol: Protocol,
  nowLifeMs: number,
  takenLifeMs: number,
  given: readonly AskedPart[] | null,
): string | null {
  const entry = entryAt(session, protocol, nowLifeMs, takenLifeMs);
  if (entry === null) return null;
  const { missing, closed, answers } = coverageOf(session, protocol, entry.due.id);
  if (closed) return null;
  const isWhole = missing.length === 0 && answers.length === 0;
  return isWhole || given === null || missing.some((part) => given.includes(part)) ? entry.due.id : null;
}

/** Whether a moment lies where the schedule wants a reading: in a window, or in the time in which one is still missing. */
export function isScheduled(session: Session, protocol: Protocol, nowLifeMs: number, takenLifeMs: number): boolean {
  const entry = entryAt(session, protocol, nowLifeMs, takenLifeMs);
  if (entry === null) return false;
  return takenLifeMs <= entry.lifeMs + entry.due.windowMs || !coverageOf(session, protocol, entry.due.id).closed;
}
