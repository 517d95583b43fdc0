import type { Tracks } from '../chart/tracks.ts';
import { levelAt } from '../lights/level-at.ts';
import type { Protocol } from '../protocol/schema.ts';
import { baselineOf } from '../session/blockers.ts';
import type { CallState } from '../session/call-state.ts';
import type { MarkState } from '../session/care-state.ts';
import { elapsed } from '../session/life.ts';
import type { Session } from '../session/state.ts';
import { readingsSinceStart, standingReadings, worstReading, type Taken } from '../session/worst-reading.ts';
import type { ClockReading } from '../time/clock.ts';
import { differenceTo } from '../vitals/difference.ts';
import { readingOutcomes, type ReadingOutcome } from './outcomes.ts';

/** The infusion itself. Times in ms; `ranMs` is session time, without the pauses in which the pump stood. */
export interface InfusionSummary {
  readonly firstPlannedMs: number;
  readonly plannedMs: number;
  readonly ranMs: number | null;
  readonly pauses: { readonly count: number; readonly totalMs: number };
  readonly stopped: Session['stopped'];
}

/** What was ordered and given. mg/kg of the weight in the order, whatever was meant. */
export interface DoseSummary {
  readonly drug: string;
  readonly weightKg: number;
  readonly orderedMg: number;
  readonly orderedMgPerKg: number;
  /** Null: nobody has entered what was given. */
  readonly givenMg: number | null;
  readonly givenMgPerKg: number | null;
  readonly discardedMg: number;
}

/** A reading, and its blood pressure over the baseline in whole per cent; null where one of the two is missing. */
export interface ComparedReading {
  readonly reading: Taken;
  readonly systolicPercent: number | null;
  readonly diastolicPercent: number | null;
}

/** An order that came by telephone. */
export interface PhoneOrder {
  readonly what: 'start' | 'gate' | 'call';
  readonly who: string;
  /** Epoch ms. */
  readonly at: number;
  readonly text: string;
  /** `open`: waits for the prescriber. */
  readonly signature: 'signed' | 'open';
}

/** What a clinician wants to know of a session in ten seconds. All of it follows from its events. */
export interface SessionSummary {
  readonly infusion: InfusionSummary;
  readonly dose: DoseSummary | null;
  readonly outcomes: readonly ReadingOutcome[];
  readonly baseline: Taken | null;
  /** Highest systolic since the start. */
  readonly peak: ComparedReading | null;
  /** Highest in the clinic's bands since the start. */
  readonly worst: ComparedReading | null;
  readonly lowestSpo2: Taken | null;
  readonly last: ComparedReading | null;
  readonly phoneOrders: readonly PhoneOrder[];
  readonly marks: readonly MarkState[];
  /** Room light, 0 to 1: the darkest that it became during the infusion; null where nobody led it. */
  readonly darkest: number | null;
}

/** @param tracks of the very same events that `session` was folded from */
export function summaryOf(session: Session, protocol: Protocol, tracks: Tracks, now: ClockReading): SessionSummary {
  const baseline = baselineOf(session);
  const base: Taken | null = baseline === null || baseline.parts === null ? null : (baseline as Taken);
  const since = readingsSinceStart(session);
  const against = (reading: Taken | null): ComparedReading | null =>
    reading === null ? null : compared(reading, base);
  return {
    infusion: infusionOf(session, now),
    dose: doseOf(session),
    outcomes: readingOutcomes(session, protocol, now),
    baseline: base,
    peak: against(first(since, ({ parts }) => parts.systolic)),
    worst: against(worstReading(session, protocol)),
    lowestSpo2: first(standingReadings(session), ({ parts }) => (parts.spo2 === null ? null : -parts.spo2)),
    last: against(since.at(-1) ?? null),
    phoneOrders: phoneOrdersOf(session),
    marks: session.marks.filter(({ takenBack }) => !takenBack),
    darkest: darkestOf(session, tracks),
  };
}

/** The reading with the highest value, the earliest of equals; null where none has one. */
function first(readings: readonly Taken[], value: (reading: Taken) => number | null): Taken | null {
  return readings.reduce<Taken | null>((found, reading) => {
    const own = value(reading);
    const other = found === null ? null : value(found);
    return own !== null && (other === null || own > other) ? reading : found;
  }, null);
}

function compared(reading: Taken, baseline: Taken | null): ComparedReading {
  const found = baseline === null ? {} : differenceTo(baseline.parts, reading.parts);
  return {
    reading,
    systolicPercent: found.systolic?.percent ?? null,
    diastolicPercent: found.diastolic?.percent ?? null,
  };
}

function infusionOf(session: Session, now: ClockReading): InfusionSummary {
  const { created, plannedMs, started, stopped } = session;
  const stood = session.pauses.filter(({ pumpStood }) => pumpStood);
  const endLifeMs = stopped?.lifeMs ?? null;
  const totalMs = stood.reduce((sum, { fromLifeMs, toLifeMs }) => {
    const toMs = toLifeMs ?? endLifeMs;
    return toMs === null ? sum : sum + Math.max(0, Math.min(toMs, endLifeMs ?? toMs) - fromLifeMs);
  }, 0);
  const ranMs = started === null ? null : (stopped?.sessionMs ?? elapsed(session, now));
  return {
    firstPlannedMs: created.plannedMs,
    ...{ plannedMs, ranMs, stopped },
    pauses: { count: stood.length, totalMs },
  };
}

function doseOf({ order, dose }: Session): DoseSummary | null {
  if (order === null) return null;
  const { drug, weightKg, mg, mgPerKg } = order.order;
  const givenMg = dose?.mgGiven ?? null;
  return {
    ...{ drug, weightKg, orderedMg: mg, orderedMgPerKg: mgPerKg, givenMg },
    givenMgPerKg: givenMg === null ? null : Math.round((givenMg / weightKg) * 1000) / 1000,
    discardedMg: dose?.mgDiscarded ?? 0,
  };
}

function phoneOrdersOf({ telephoned, calls }: Session): PhoneOrder[] {
  const decided = telephoned.map(({ what, prescriber, at, reason, signedBy }): PhoneOrder => ({
    ...{ what: what === 'override' ? 'start' : 'gate', who: prescriber, at, text: reason },
    signature: signedBy === null ? 'open' : 'signed',
  }));
  return [...decided, ...calls.flatMap(orderOfCall)].toSorted((a, b) => a.at - b.at);
}

function orderOfCall({ answer }: CallState): PhoneOrder[] {
  if (answer === null || answer.order === null) return [];
  const { text, signedBy } = answer.order;
  const { who, at } = answer;
  return [{ what: 'call', who: who.name, at, text, signature: signedBy === null ? 'open' : 'signed' }];
}

function darkestOf({ started, stopped, life }: Session, { light }: Tracks): number | null {
  if (started === null) return null;
  const untilMs = stopped?.lifeMs ?? life.ms;
  const levels = light.flatMap(({ fromLifeMs, from, to, fadeMs }, index) => {
    const endMs = Math.min(untilMs, light[index + 1]?.fromLifeMs ?? untilMs);
    const beginMs = Math.max(started.lifeMs, fromLifeMs);
    if (endMs < beginMs) return [];
    return [beginMs, endMs].map((ms) => levelAt(from, to, fadeMs, ms - fromLifeMs));
  });
  return levels.length === 0 ? null : Math.min(...levels);
}
