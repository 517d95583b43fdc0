import { readingOutcomes, type ReadingOutcome } from '../review/outcomes.ts';
import type { Protocol } from '../protocol/schema.ts';
import { standingAdverse, type AdverseState } from '../session/adverse-state.ts';
import type { AwayState } from '../session/away-state.ts';
import type { CallState } from '../session/call-state.ts';
import type { MarkState } from '../session/care-state.ts';
import { zeroLifeMs } from '../session/evolve-life.ts';
import type { DeclinedMedicine, GivenMedicine } from '../session/medicine-state.ts';
import { pumpHistory, type PumpFact } from '../session/pump-history.ts';
import type { Session } from '../session/state.ts';
import type { Timeline } from '../session/timeline.ts';
import type { ClockReading } from '../time/clock.ts';
import type { Tracks } from './tracks.ts';

/** What happened, and the entry that says so. */
type Happened =
  | { readonly kind: 'mark'; readonly mark: MarkState }
  | { readonly kind: 'given'; readonly medicine: GivenMedicine }
  | { readonly kind: 'declined'; readonly medicine: DeclinedMedicine }
  | { readonly kind: 'called' | 'answered' | 'notReached'; readonly call: CallState }
  | { readonly kind: 'adverse'; readonly adverse: AdverseState }
  | { readonly kind: 'up' | 'back'; readonly away: AwayState }
  | { readonly kind: 'pump'; readonly fact: PumpFact }
  | { readonly kind: 'missing'; readonly due: ReadingOutcome }
  | { readonly kind: 'emergency' | 'emergencyOver' | 'timeUp' };

/** Something that happened, was given, or should have been and was not. */
export type ChartEvent = Happened & {
  /** One of its kind only. */
  readonly id: string;
  /** From the start of the infusion, ms. */
  readonly atMs: number;
  /** Epoch ms. */
  readonly at: number;
};
export type ChartEventKind = ChartEvent['kind'];

const signs: Readonly<Record<Exclude<ChartEventKind, 'pump'>, string | null>> = {
  mark: '▾',
  given: '+',
  declined: '−',
  called: '✆',
  answered: '✆',
  notReached: '✆',
  adverse: '■',
  up: '↑',
  back: '↓',
  missing: '?',
  emergency: '!',
  emergencyOver: '!',
  timeUp: null,
};

/**
 * The sign at an event's moment; null for what the chart draws in other ways: as a line over the whole height, or shaded
 * while it lasts.
 */
export function eventSign(event: ChartEvent): string | null {
  if (event.kind !== 'pump') return signs[event.kind];
  const { kind } = event.fact;
  return kind === 'note' || kind === 'trouble' || kind === 'troubleOver' ? '»' : null;
}

/** What an event is made of before it has its place: moments on the life axis. */
type Found = Happened & { readonly id: string; readonly lifeMs: number; readonly at: number };

/**
 * Everything that stands on a session's axis beside its readings, in the order of time; nothing of it was taken back.
 * @param timeline of the session at `now`, and `originMs` the life time of its 0
 */
export function chartEvents(
  session: Session,
  protocol: Protocol,
  tracks: Tracks,
  timeline: Timeline,
  now: ClockReading,
  originMs: number,
): ChartEvent[] {
  const found = [...careOf(session), ...callsOf(session), ...pumpOf(session), ...emergenciesOf(tracks)];
  const placed = found.map(({ lifeMs, ...event }): ChartEvent => ({ ...event, atMs: lifeMs - originMs }));
  return [...placed, ...missingOf(session, protocol, timeline, now)].toSorted((a, b) => a.atMs - b.atMs);
}

function careOf(session: Session): Found[] {
  const marks = session.marks
    .filter(({ takenBack }) => !takenBack)
    .map((mark): Found => ({ kind: 'mark', mark, id: mark.markId, lifeMs: mark.lifeMs, at: mark.at }));
  const given = session.medications.map((medicine): Found => ({ kind: 'given', medicine, ...placeOf(medicine) }));
  const declined = session.declined.map((medicine): Found => ({ kind: 'declined', medicine, ...placeOf(medicine) }));
  const adverse = standingAdverse(session).map((one): Found => ({
    ...{ kind: 'adverse', adverse: one, id: one.adverseId, lifeMs: one.lifeMs, at: one.at },
  }));
  const aways = session.aways.flatMap((away): Found[] => {
    const up: Found = { kind: 'up', away, id: away.upId, lifeMs: away.lifeMs, at: away.at };
    if (away.back === null) return [up];
    return [up, { kind: 'back', away, id: away.upId, ...away.back }];
  });
  return [...marks, ...given, ...declined, ...adverse, ...aways];
}

function placeOf({ medicationId, lifeMs, at }: GivenMedicine | DeclinedMedicine) {
  return { id: medicationId, lifeMs, at };
}

/** The call, and what ended the waiting. */
function callsOf({ calls }: Session): Found[] {
  return calls
    .filter(({ takenBack }) => !takenBack)
    .flatMap((call): Found[] => {
      const { callId: id, lifeMs, at, answer, notReached } = call;
      return [
        { kind: 'called', call, id, lifeMs, at },
        ...(answer === null ? [] : [{ kind: 'answered' as const, call, id, lifeMs: answer.lifeMs, at: answer.at }]),
        ...(notReached === null ? [] : [{ kind: 'notReached' as const, call, id, ...notReached }]),
      ];
    });
}

/** What was said of the pump and stands, and when its time was up: not where it had stopped by then. */
function pumpOf(session: Session): Found[] {
  const facts = pumpHistory(session)
    .filter((fact) => fact.kind !== 'note' || fact.note.withdrawn === null)
    .map((fact): Found => {
      const { lifeMs, at } = fact;
      const id = fact.kind === 'note' ? fact.note.noteId : `${fact.kind} ${lifeMs}`;
      return { kind: 'pump', fact, id, lifeMs, at };
    });
  const { zeroAt, stopped } = session;
  const lifeMs = zeroAt === null ? null : zeroLifeMs(session);
  if (zeroAt === null || lifeMs === null || lifeMs > (stopped?.lifeMs ?? Infinity)) return facts;
  return [...facts, { kind: 'timeUp', id: 'timeUp', lifeMs, at: zeroAt }];
}

function emergenciesOf({ emergencies }: Tracks): Found[] {
  return emergencies.map(({ seq, lifeMs, at, over }): Found => ({
    ...{ kind: over ? 'emergencyOver' : 'emergency', id: String(seq), lifeMs, at },
  }));
}

/** Readings of the schedule that nobody took and nobody gave a reason for, once the next one's turn has come. */
function missingOf(session: Session, protocol: Protocol, timeline: Timeline, now: ClockReading): ChartEvent[] {
  const outcomes = readingOutcomes(session, protocol, now).filter(({ outcome }) => outcome === 'missing');
  return timeline.readings.flatMap(({ id, atMs, state }): ChartEvent[] => {
    const due = outcomes.find((one) => one.id === id);
    if (due === undefined || state !== 'lapsed') return [];
    return [{ kind: 'missing', due, id, atMs, at: (session.started?.at ?? now.wallMs) + atMs }];
  });
}
