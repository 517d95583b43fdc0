import { between } from './chance.ts';
import type { PracticeFacts } from './facts.ts';
import type { PracticePlan } from './scenario.ts';

const MINUTE = 60_000;

/**
 * When the rise is highest: 30 to 40 minutes into the infusion (Yale 2024, doi 10.1016/j.genhosppsych.2024.07.001: 40;
 * Emory 2018, PMID 29525051: 30; a Chinese series of 741 infusions: 30 to 40). In a short infusion shortly before its end.
 */
const PEAK_FROM_MIN = 31;
const PEAK_TO_MIN = 39;
const LATEST_PEAK_SHARE = 0.85;
/** What is left of the rise while the pump runs on long after its highest. */
const PLATEAU = 0.7;
const TOWARDS_PLATEAU_MS = 20 * MINUTE;
/** With the pump standing the rise falls to a third in this time: back to baseline within 90 minutes (Gdansk 2020, doi 10.2147/NDT.S273287). */
const FALLS_MS = 18 * MINUTE;
/** And comes back over this one when the pump runs again. */
const COMES_BACK_MS = 8 * MINUTE;

interface Stand {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** When the rise of this patient is highest, ms of running pump. */
export function peakMs({ seed, plannedMs }: PracticePlan): number {
  return Math.min(between(PEAK_FROM_MIN, PEAK_TO_MIN, seed, 2) * MINUTE, plannedMs * LATEST_PEAK_SHARE);
}

/** Stands of the pump in order, each once where they lie over one another. */
function merged(stands: readonly Stand[]): readonly Stand[] {
  const done: Stand[] = [];
  for (const next of stands.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = done.at(-1);
    if (last === undefined || (last.toMs !== null && last.toMs < next.fromMs)) done.push(next);
    else {
      const toMs = last.toMs === null || next.toMs === null ? null : Math.max(last.toMs, next.toMs);
      done[done.length - 1] = { fromMs: last.fromMs, toMs };
    }
  }
  return done;
}

/** What one stand of the pump leaves of the rise, 1 for all of it. */
function leftBy({ fromMs, toMs }: Stand, nowMs: number): number {
  const fallen = Math.exp(-(Math.min(toMs ?? nowMs, nowMs) - fromMs) / FALLS_MS);
  if (toMs === null || nowMs <= toMs) return fallen;
  return fallen + (1 - fallen) * Math.min(1, (nowMs - toMs) / COMES_BACK_MS);
}

/**
 * How strongly the infusion is felt at a moment of life time, from 0 (before it, and long after) to 1 (at its highest).
 * @param stands when the pump stood, by a press or by itself
 */
export function levelAt(plan: PracticePlan, facts: PracticeFacts, stands: readonly Stand[], nowMs: number): number {
  const { startMs, stopMs } = facts;
  if (startMs === null || nowMs <= startMs) return 0;
  const end = Math.min(nowMs, stopMs ?? nowMs);
  const before = merged(stands).filter(({ fromMs }) => fromMs < end);
  const stoodMs = before.reduce((sum, { fromMs, toMs }) => sum + Math.min(toMs ?? end, end) - fromMs, 0);
  const ranMs = Math.max(0, end - startMs - stoodMs);
  const peak = peakMs(plan);
  const given =
    ranMs <= peak
      ? Math.sin((Math.PI / 2) * (ranMs / peak)) ** 2
      : PLATEAU + (1 - PLATEAU) * Math.exp(-(ranMs - peak) / TOWARDS_PLATEAU_MS);
  const left = before.reduce((share, stand) => share * leftBy(stand, end), given);
  return nowMs > end ? left * Math.exp(-(nowMs - end) / FALLS_MS) : left;
}
