import { firstAct, firstMedicine, sinceOf, type PracticeFacts } from './facts.ts';
import type { PracticePlan } from './scenario.ts';

const MINUTE = 60_000;

/** A patient who is sick vomits this long after saying so, unless a medicine came before, ms. */
const VOMITS_AFTER_MS = 5 * MINUTE;
const VOMITING_MS = 3 * MINUTE;
/** A medicine against it has worked after this long, ms. */
const MEDICINE_WORKS_MS = 8 * MINUTE;
/** It passes by itself after this long, ms. */
const SICK_AT_MOST_MS = 25 * MINUTE;
const BETTER_MS = 10 * MINUTE;

export type Sickness = 'none' | 'sick' | 'vomiting' | 'better';

/** When the patient vomits, or would; null where a medicine came in time, and where nobody is sick. */
export function vomitsAt(plan: PracticePlan, facts: PracticeFacts, nowMs: number): number | null {
  const since = sinceOf(plan, facts, 'sick', nowMs);
  if (since === null) return null;
  return firstMedicine(facts, since, since + VOMITS_AFTER_MS) === null ? since + VOMITS_AFTER_MS : null;
}

/** Whether the patient is sick, and how. A medicine in time spares the vomiting; one later helps as well. */
export function sicknessAt(plan: PracticePlan, facts: PracticeFacts, nowMs: number): Sickness {
  const since = sinceOf(plan, facts, 'sick', nowMs);
  if (since === null) return 'none';
  const vomits = vomitsAt(plan, facts, nowMs);
  if (vomits !== null && nowMs >= vomits && nowMs < vomits + VOMITING_MS) return 'vomiting';
  const medicine = firstMedicine(facts, since, nowMs);
  const overMs = Math.min(since + SICK_AT_MOST_MS, medicine === null ? Infinity : medicine + MEDICINE_WORKS_MS);
  // What was given while the patient vomits helps afterwards, not in the middle of it.
  const endMs = vomits === null || nowMs < vomits ? overMs : Math.max(overMs, vomits + VOMITING_MS);
  if (nowMs < endMs) return 'sick';
  return nowMs < endMs + BETTER_MS ? 'better' : 'none';
}

const FEAR_GROWS_MS = MINUTE;
/** Somebody who stays with the patient, and a medicine, calm them in this time, ms. */
const CALMED_MS = 4 * MINUTE;
const FEAR_AT_MOST_MS = 15 * MINUTE;

/** How afraid the patient is, 0 to 1. */
export function anxietyAt(plan: PracticePlan, facts: PracticeFacts, nowMs: number): number {
  const since = sinceOf(plan, facts, 'anxious', nowMs);
  if (since === null) return 0;
  const helped = [firstAct(facts, 'stay', since, nowMs), firstMedicine(facts, since, nowMs), since + FEAR_AT_MOST_MS];
  const calmFrom = Math.min(...helped.map((at) => at ?? Infinity));
  const grown = Math.min(1, (Math.min(nowMs, calmFrom) - since) / FEAR_GROWS_MS);
  return nowMs <= calmFrom ? grown : grown * Math.max(0, 1 - (nowMs - calmFrom) / CALMED_MS);
}

/** The pressure climbs for this long before it is there, stays, and falls again, ms. */
const SURGE = { climbsMs: 3 * MINUTE, staysMs: 8 * MINUTE, fallsMs: 12 * MINUTE } as const;
/** With the pump standing or stopped it falls to a third in this time, ms. */
const SURGE_EBBS_MS = 6 * MINUTE;

/** How far the pressure has climbed towards red by itself, 0 to 1. */
export function pressureAt(plan: PracticePlan, facts: PracticeFacts, nowMs: number): number {
  const incident = plan.incidents.find(({ kind }) => kind === 'pressure');
  if (incident === undefined || facts.startMs === null) return 0;
  const high = facts.startMs + incident.atMs;
  const begins = high - SURGE.climbsMs;
  if (nowMs <= begins || (facts.stopMs !== null && begins >= facts.stopMs)) return 0;
  const fallen = Math.max(0, nowMs - high - SURGE.staysMs) / SURGE.fallsMs;
  const shape = nowMs < high ? (nowMs - begins) / SURGE.climbsMs : Math.max(0, 1 - fallen);
  const stoodMs = facts.stands.reduce(
    (sum, { fromMs, toMs }) => sum + Math.max(0, Math.min(toMs ?? nowMs, nowMs) - Math.max(fromMs, begins)),
    facts.stopMs === null ? 0 : Math.max(0, nowMs - Math.max(facts.stopMs, begins)),
  );
  return shape * Math.exp(-stoodMs / SURGE_EBBS_MS);
}

/** Whether the patient wants it to end: from then on until the pump is stopped. */
export function enoughAt(plan: PracticePlan, facts: PracticeFacts, nowMs: number): boolean {
  return facts.stopMs === null && sinceOf(plan, facts, 'enough', nowMs) !== null;
}
