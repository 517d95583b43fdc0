import { between } from './chance.ts';
import { levelAt } from './course.ts';
import type { PracticeFacts } from './facts.ts';
import { anxietyAt, enoughAt, pressureAt, sicknessAt, type Sickness } from './incidents.ts';
import { pumpStands } from './pump.ts';
import type { PracticePlan } from './scenario.ts';

const MINUTE = 60_000;

/** What goes on in the simulated patient, in mmHg, %, per minute and RASS; not what a device says of it. */
export interface Body {
  readonly systolic: number;
  readonly diastolic: number;
  readonly spo2: number;
  readonly pulse: number;
  readonly respirations: number;
  readonly rass: number;
}

/** What the patient says, by code; null: nothing. */
export const sayings = ['sick', 'vomits', 'sickBetter', 'afraid', 'headTight', 'stopPlease'] as const;
export type Saying = (typeof sayings)[number];

/** What there is to see, by code. */
export type Look = 'awake' | 'drowsy' | 'farAway' | 'restless' | 'vomiting' | 'waking';

export interface PatientNow {
  readonly body: Body;
  readonly says: Saying | null;
  readonly look: Look;
}

/**
 * The mean rise over an infusion is 16 mmHg systolic (SD 11.2) and 11 diastolic (Yale 2024, 2,342 infusions,
 * doi 10.1016/j.genhosppsych.2024.07.001) and the pulse hardly changes (+1.9 in a Chinese series of 741): patients here
 * lie within one SD of it.
 */
const RISE = { least: 5, most: 27, diastolicShare: 11 / 16, pulse: 3 } as const;

/** Came in a hurry: this much over their own, falling to a third in the time, ms. */
const HURRY = { systolic: 34, diastolic: 18, pulse: 16, fallsMs: 6 * MINUTE } as const;

/** Inside what can be typed as a reading, with room for a device's own error. */
const possible: Readonly<Record<keyof Body, readonly [number, number]>> = {
  systolic: [80, 215],
  diastolic: [45, 130],
  spo2: [86, 100],
  pulse: [45, 160],
  respirations: [8, 30],
  rass: [-3, 2],
};

const sickPulse: Readonly<Record<Sickness, number>> = { none: 0, sick: 10, vomiting: 22, better: 5 };

function hurry({ hurried }: PracticePlan, { preChecksMs }: PracticeFacts, nowMs: number): number {
  if (!hurried) return 0;
  return preChecksMs === null ? 1 : Math.exp(-Math.max(0, nowMs - preChecksMs) / HURRY.fallsMs);
}

function within(field: keyof Body, value: number): number {
  const [min, max] = possible[field];
  return Math.min(max, Math.max(min, value));
}

/** The simulated patient at a moment of life time. The same session, scenario and seed give the same patient, always. */
export function patientAt(plan: PracticePlan, facts: PracticeFacts, nowMs: number): PatientNow {
  const { seed } = plan;
  const own = (min: number, max: number, key: number): number => between(min, max, seed, 3, key);
  const level = levelAt(plan, facts, pumpStands(plan, facts, nowMs), nowMs);
  const sickness = sicknessAt(plan, facts, nowMs);
  const anxious = anxietyAt(plan, facts, nowMs);
  const hurried = hurry(plan, facts, nowMs);
  const rise = own(RISE.least, RISE.most, 0) * level;
  const upset = anxious * 16 + (sickness === 'vomiting' ? 14 : 0) + (enoughAt(plan, facts, nowMs) ? 8 : 0);
  const systolic = own(110, 124, 1) + rise + upset + hurried * HURRY.systolic;
  const diastolic = own(68, 78, 2) + rise * RISE.diastolicShare + upset / 2 + hurried * HURRY.diastolic;
  const surge = pressureAt(plan, facts, nowMs);
  const high = within('systolic', systolic + (own(188, 196, 3) - systolic) * surge);
  const body: Body = {
    systolic: high,
    diastolic: Math.min(high - 20, within('diastolic', diastolic + (own(104, 112, 4) - diastolic) * surge)),
    spo2: within('spo2', own(97, 99.4, 5) - level * 1.2 - (sickness === 'vomiting' ? 2 : 0)),
    pulse: within(
      'pulse',
      own(62, 78, 6) + level * RISE.pulse + anxious * 20 + sickPulse[sickness] + surge * 10 + hurried * HURRY.pulse,
    ),
    respirations: within('respirations', own(12, 15, 7) - level + anxious * 6),
    rass: rassOf(level, anxious, sickness),
  };
  return {
    body,
    says: saysOf(plan, facts, nowMs, sickness, anxious, surge),
    look: lookOf(facts, level, anxious, sickness),
  };
}

function rassOf(level: number, anxious: number, sickness: Sickness): number {
  if (anxious > 0.4 || sickness === 'vomiting') return 1;
  if (sickness === 'sick') return 0;
  return level < 0.12 ? 0 : level < 0.5 ? -1 : -2;
}

function saysOf(
  plan: PracticePlan,
  facts: PracticeFacts,
  nowMs: number,
  sickness: Sickness,
  anxious: number,
  surge: number,
): Saying | null {
  if (sickness === 'vomiting') return 'vomits';
  if (enoughAt(plan, facts, nowMs)) return 'stopPlease';
  if (sickness === 'sick') return 'sick';
  if (anxious > 0.4) return 'afraid';
  // Half of the patients feel nothing of it: symptoms are asked for, not waited for.
  if (surge > 0.6 && between(0, 1, plan.seed, 4) < 0.5) return 'headTight';
  return sickness === 'better' ? 'sickBetter' : null;
}

function lookOf(facts: PracticeFacts, level: number, anxious: number, sickness: Sickness): Look {
  if (sickness === 'vomiting') return 'vomiting';
  if (anxious > 0.4) return 'restless';
  if (facts.stopMs !== null) return level > 0.12 ? 'waking' : 'awake';
  return level < 0.12 ? 'awake' : level < 0.5 ? 'drowsy' : 'farAway';
}
