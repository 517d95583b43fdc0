import { between, chance } from './chance.ts';
import { firstAct, sinceOf, type PracticeFacts } from './facts.ts';
import { patientAt } from './patient.ts';
import type { PracticePlan } from './scenario.ts';

/** A cuff takes half a minute, ms. */
export const CUFF_MS = 30_000;
/** A cuff that sits badly finds nothing in this much time from the incident on unless it is seated anew, ms. */
const BAD_CUFF_MS = 12 * 60_000;
/** One measurement in this many fails because the arm moved. */
const FAILS_ONE_IN = 14;
/** The oximeter shows a new figure this often, ms. */
const SHOWS_EVERY_MS = 4_000;

/** What the cuff's display says. */
export type CuffNow =
  | { readonly kind: 'none' }
  | { readonly kind: 'measuring'; readonly leftMs: number }
  | { readonly kind: 'failed'; readonly why: 'loose' | 'moved'; readonly atMs: number }
  | { readonly kind: 'figures'; readonly systolic: number; readonly diastolic: number; readonly atMs: number };

/** What the oximeter says, and what is counted and seen beside it. */
export interface Oximeter {
  readonly spo2: number;
  readonly pulse: number;
  readonly respirations: number;
  readonly rass: number;
}

function isLoose(plan: PracticePlan, facts: PracticeFacts, atMs: number): boolean {
  const since = sinceOf(plan, facts, 'cuff', atMs);
  return since !== null && atMs < since + BAD_CUFF_MS && firstAct(facts, 'reseatCuff', since, atMs) === null;
}

/** The cuff at a moment of life time: what the last press of "measure" brings. */
export function cuffAt(plan: PracticePlan, facts: PracticeFacts, nowMs: number): CuffNow {
  const measures = facts.acts.filter(({ act, lifeMs }) => act === 'cuff' && lifeMs <= nowMs);
  const last = measures.at(-1);
  if (last === undefined) return { kind: 'none' };
  const atMs = last.lifeMs + CUFF_MS;
  if (nowMs < atMs) return { kind: 'measuring', leftMs: atMs - nowMs };
  if (isLoose(plan, facts, last.lifeMs)) return { kind: 'failed', why: 'loose', atMs };
  const count = measures.length;
  // Never twice running, so that a second try is always worth it.
  if (count % 2 === 0 && chance(plan.seed, 5, count) < 2 / FAILS_ONE_IN) return { kind: 'failed', why: 'moved', atMs };
  const { body } = patientAt(plan, facts, atMs);
  const systolic = Math.round(body.systolic + between(-2, 2, plan.seed, 6, count));
  const diastolic = Math.round(body.diastolic + between(-2, 2, plan.seed, 7, count));
  return { kind: 'figures', systolic, diastolic, atMs };
}

/** The oximeter and the eye at a moment of life time. */
export function oximeterAt(plan: PracticePlan, facts: PracticeFacts, nowMs: number): Oximeter {
  const { body } = patientAt(plan, facts, nowMs);
  const shown = Math.floor(nowMs / SHOWS_EVERY_MS);
  return {
    spo2: Math.min(100, Math.round(body.spo2 + between(-0.6, 0.6, plan.seed, 8, shown))),
    pulse: Math.round(body.pulse + between(-2, 2, plan.seed, 9, shown)),
    respirations: Math.round(body.respirations),
    rass: body.rass,
  };
}
