import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { takeReading } from '../archive/readings.ts';
import type { Sitting } from '../archive/sitting.ts';
import { readingOf, shareAt } from './body.ts';
import { MINUTE_MS } from './calendar.ts';
import type { VisitCast } from './cast.ts';
import { amendReasons, notObtainedReasons } from './words.ts';

/** A reading of the schedule as it turned out: mostly on time, now and then late, not obtained, or forgotten. */
export interface DueTurn {
  readonly dueId: string;
  readonly minute: number;
  readonly kind: 'taken' | 'notObtained' | 'forgotten';
}

/** How the readings at these minutes turn out; one in a busy hour comes late. */
export function turnsOf(
  from: 'start' | 'recovery',
  minutes: readonly number[],
  { random }: Pick<Sitting, 'random'>,
): readonly DueTurn[] {
  return minutes.map((minute) => {
    const drawn = random.next();
    const late = drawn < 0.045 ? random.whole(34, 58) / 10 : random.whole(-6, 18) / 10;
    const kind = drawn > 0.985 ? 'forgotten' : drawn > 0.965 ? 'notObtained' : 'taken';
    return { dueId: `${from}-${minute}`, minute: Math.max(0.2, minute + late), kind };
  });
}

/** Takes what is due, as the body has it at this minute; null where there are no values. */
export function takeDue(sitting: Sitting, cast: VisitCast, turn: DueTurn): string | null {
  const { random } = sitting;
  const takenAt = sitting.now().wallMs;
  const phase = turn.dueId.startsWith('start') ? 'infusion' : 'recovery';
  if (turn.kind === 'forgotten') return null;
  if (turn.kind === 'notObtained') {
    const reason = random.pick(notObtainedReasons);
    sitting.press({ type: 'readingNotObtained', readingId: random.id(), dueId: turn.dueId, reason, takenAt });
    return null;
  }
  const parts = readingOf(cast.body, shareAt(phase, turn.minute), random);
  return takeOrAmend(sitting, parts);
}

/** Now and then a digit is typed wrong, and put right a minute later. */
function takeOrAmend(sitting: Sitting, parts: ReadingParts): string {
  const { random } = sitting;
  const wrong = random.chance(0.025) && parts.pulse !== null;
  if (!wrong) return takeReading(sitting, parts, random.whole(0, 25) * 1000);
  const readingId = takeReading(sitting, { ...parts, pulse: (parts.pulse ?? 0) + 30 }, 0);
  const takenAt = sitting.now().wallMs;
  sitting.pass(random.whole(30, 80) * 1000);
  const reason = random.pick(amendReasons);
  sitting.press({ type: 'amendReading', readingId, parts, takenAt, reason, confirmed: allDoubts });
  return readingId;
}

/** What a nurse who looked twice confirms. */
const allDoubts = ['systolic', 'diastolic', 'spo2', 'pulse', 'respirations'].flatMap((field) =>
  ['Low', 'High', 'Jump'].map((what) => `${field}${what}`),
);

/** Whether a band of this reading waits for an answer. */
export function isRaised(sitting: Sitting, readingId: string | null): boolean {
  return sitting.session.raised.some((band) => band.readingId === readingId && band.answer === null);
}

/** Lets time pass until so many minutes after a moment (epoch ms); not at all where that has passed. */
export function passUntil(sitting: Sitting, sinceMs: number, minute: number): void {
  sitting.pass(Math.max(0, sinceMs + minute * MINUTE_MS - sitting.now().wallMs));
}
