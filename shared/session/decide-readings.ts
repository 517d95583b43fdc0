import type { Failure } from '../ipc/answer.ts';
import { measures } from '../vitals/measures.ts';
import { unlikely, type Doubt } from '../vitals/unlikely.ts';
import { validateReading } from '../vitals/validate.ts';
import type { ReadingParts } from '../vitals/reading.ts';
import { baselineOf } from './blockers.ts';
import type { Protocol } from '../protocol/schema.ts';
import { askedPartsIn, type AskedPart } from '../vitals/asked-parts.ts';
import { askedOf, coverageOf } from './due-parts.ts';
import { dueFor } from './due.ts';
import { latestParts } from './latest-parts.ts';
import { isOutside, isQuiet } from './quiet.ts';
import { badMoment, badTime, by, invalid, refused, type RuleContext, type Rules } from './rule.ts';
import type { ReadingState } from './reading-state.ts';
import type { Session } from './state.ts';

/** What the nurse is asked to confirm before a reading is saved; windows show it before they send. */
export function readingDoubts(
  session: Session,
  parts: ReadingParts,
  takenLifeMs: number,
  exceptId: string | null,
): Doubt[] {
  const baseline = baselineOf(session);
  const reference = baseline === null || baseline.readingId === exceptId ? null : baseline.parts;
  const doubts = unlikely(parts, latestParts(session, takenLifeMs, exceptId), reference);
  const again = exceptId === null ? savedAlready(session, parts, takenLifeMs) : null;
  return again === null ? doubts : [...doubts, again];
}

/** Two readings of the same figures closer than this are most likely one that was saved twice, ms. */
const SAME_WITHIN_MS = 2 * 60_000;

/** Asked about where the same figures were saved a moment before: a second press, or a colleague's. */
function savedAlready(session: Session, parts: ReadingParts, takenLifeMs: number): Doubt | null {
  const field = measures.find((measure) => parts[measure] !== null);
  const value = field === undefined ? null : parts[field];
  if (field === undefined || value === null) return null;
  const isSame = (other: ReadingParts) => measures.every((measure) => other[measure] === parts[measure]);
  const twin = session.readings.find(
    (reading) =>
      reading.parts !== null &&
      reading.withdrawn === null &&
      Math.abs(reading.lifeMs - takenLifeMs) < SAME_WITHIN_MS &&
      isSame(reading.parts),
  );
  return twin === undefined ? null : { code: 'savedAlready', field, value, before: null };
}

function unconfirmed(doubts: readonly Doubt[], confirmed: readonly string[]): Failure | null {
  const open = doubts.filter((doubt) => !confirmed.includes(doubt.code));
  const [first] = open;
  if (first === undefined) return null;
  const params = { codes: open.map((doubt) => doubt.code).join(','), value: first.value, before: first.before ?? '' };
  return refused('reading.unlikely', params, first.field);
}

function lifeAt(takenAt: number, context: RuleContext): number {
  return Math.min(context.lifeMs, context.lifeMs - (context.now.wallMs - takenAt));
}

function newEntryProblem(session: Session, readingId: string, takenAt: number, context: RuleContext): Failure | null {
  if (session.readings.some((reading) => reading.readingId === readingId))
    return refused('reading.known', {}, 'readingId');
  const time = badTime(takenAt, context.now, 'takenAt');
  if (time !== null) return time;
  // After the patient has left, only what was on paper until then can be added.
  const late = session.finished !== null && lifeAt(takenAt, context) > session.finished.lifeMs;
  return late ? invalid('time.afterLeaving', 'takenAt') : null;
}

function known(session: Session, readingId: string): ReadingState | Failure {
  const reading = session.readings.find((candidate) => candidate.readingId === readingId);
  if (reading === undefined) return refused('reading.unknown', {}, 'readingId');
  return reading.withdrawn === null ? reading : refused('reading.withdrawn', {}, 'readingId');
}

/** What of a due reading is said to be not obtained: of the named parts (all where none are named) those that are missing. */
function leftOf(
  session: Session,
  protocol: Protocol,
  dueId: string | null,
  named: readonly AskedPart[] | undefined,
): readonly AskedPart[] | 'all' | 'answered' {
  if (dueId === null) return named ?? 'all';
  const { missing, closed } = coverageOf(session, protocol, dueId);
  if (closed) return 'answered';
  const asked = askedOf(protocol);
  const left = missing.filter((part) => named === undefined || named.includes(part));
  if (left.length === asked.length) return 'all';
  return left.length === 0 ? 'answered' : left;
}

/** Commands about readings. */
export const readingRules: Rules<
  'takeReading' | 'readingNotObtained' | 'amendReading' | 'withdrawReading' | 'explainReading' | 'setQuiet'
> = {
  takeReading: (session, { readingId, parts, takenAt, confirmed, typedAt }, context) => {
    const takenLifeMs = lifeAt(takenAt, context);
    const problem =
      newEntryProblem(session, readingId, takenAt, context) ??
      (typedAt === undefined ? null : badTime(typedAt, context.now, 'typedAt')) ??
      validateReading(parts) ??
      unconfirmed(readingDoubts(session, parts, takenLifeMs, null), confirmed);
    if (problem !== null) return problem;
    const firstKey = typedAt === undefined || typedAt === takenAt ? {} : { typedAt };
    const { protocol, lifeMs } = context;
    const dueId = dueFor(session, protocol, lifeMs, takenLifeMs, askedPartsIn(parts));
    const extra = dueId === null && isOutside(session, protocol, lifeMs, takenLifeMs) ? { outside: true as const } : {};
    return [
      by(
        session,
        context,
        { type: 'readingTaken', readingId, parts, dueId, confirmed, ...firstKey, ...extra },
        Math.max(0, context.now.wallMs - takenAt),
      ),
    ];
  },
  readingNotObtained: (session, command, context) => {
    const { readingId, reason, takenAt } = command;
    const problem = newEntryProblem(session, readingId, takenAt, context);
    if (problem !== null) return problem;
    const isDue = command.dueId !== null && context.protocol.dueReadings.some((due) => due.id === command.dueId);
    if (command.dueId !== null && !isDue) return invalid('reading.dueUnknown', 'dueId');
    const dueId =
      command.dueId ??
      dueFor(session, context.protocol, context.lifeMs, lifeAt(takenAt, context), command.parts ?? null);
    const left = leftOf(session, context.protocol, dueId, command.parts);
    if (left === 'answered') return refused('reading.dueAnswered', {}, 'dueId');
    const about = left === 'all' ? {} : { parts: [...left] };
    return [
      by(
        session,
        context,
        { type: 'readingNotObtained', readingId, dueId, reason, ...about },
        Math.max(0, context.now.wallMs - takenAt),
      ),
    ];
  },
  amendReading: (session, { readingId, parts, takenAt, reason, confirmed }, context) => {
    const reading = known(session, readingId);
    if ('ok' in reading) return reading;
    const takenLifeMs = reading.lifeMs + (takenAt - reading.takenAt);
    const problem =
      badMoment(takenLifeMs, context.lifeMs, 'takenAt') ??
      validateReading(parts) ??
      unconfirmed(readingDoubts(session, parts, takenLifeMs, readingId), confirmed);
    return problem ?? [by(session, context, { type: 'readingAmended', readingId, parts, takenAt, reason })];
  },
  withdrawReading: (session, { readingId, reason }, context) => {
    const reading = known(session, readingId);
    return 'ok' in reading ? reading : [by(session, context, { type: 'readingWithdrawn', readingId, reason })];
  },
  explainReading: (session, { readingId, reason }, context) => {
    const reading = known(session, readingId);
    if ('ok' in reading) return reading;
    if (reading.outside !== true || reading.explained !== undefined)
      return refused('reading.explained', {}, 'readingId');
    return [by(session, context, { type: 'readingExplained', readingId, reason })];
  },
  setQuiet: (session, { on }, context) =>
    on === isQuiet(session, context.protocol, context.lifeMs)
      ? refused('quiet.same')
      : [by(session, context, { type: 'quietSet', on })],
};
