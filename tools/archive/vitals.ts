import { emptyParts } from '../../shared/vitals/validate.ts';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import type { Random } from './random.ts';

/** What a patient's body does before anything was given. */
export interface Baseline {
  readonly systolic: number;
  readonly diastolic: number;
  readonly pulse: number;
  readonly spo2: number;
}

/** Below the clinic's gate before the start, so that most sessions may begin. */
export function baselineOf(random: Random): Baseline {
  const diastolic = random.whole(62, 84);
  return {
    diastolic,
    systolic: diastolic + random.whole(36, 52),
    pulse: random.whole(54, 92),
    spo2: random.whole(95, 100),
  };
}

/** A whole reading; `rise` is how far the infusion has driven the body, 0 to 1. */
export function readingAt(baseline: Baseline, rise: number, random: Random): ReadingParts {
  const climb = Math.round(rise * random.whole(6, 26));
  const diastolic = baseline.diastolic + Math.round(climb * 0.6) + random.whole(-3, 3);
  return {
    systolic: Math.max(baseline.systolic + climb + random.whole(-4, 4), diastolic + 14),
    diastolic,
    spo2: Math.min(
      100,
      Math.max(86, baseline.spo2 - (random.chance(rise * 0.1) ? random.whole(3, 9) : random.whole(0, 2))),
    ),
    pulse: baseline.pulse + Math.round(climb * 0.4) + random.whole(-5, 5),
    respirations: random.whole(10, 18),
    sedation: random.chance(0.01)
      ? { kind: 'notRoused' }
      : { kind: 'rass', value: rise > 0.4 ? random.whole(-3, 0) : 0 },
    oxygenTenths: random.chance(0.05) ? 20 : 0,
  };
}

/** The reading before the start, within the limits of one: nobody of these is kept waiting at the gate. */
export function beforeStart(baseline: Baseline, random: Random): ReadingParts {
  const reading = readingAt(baseline, 0, random);
  return { ...reading, spo2: Math.max(95, reading.spo2 ?? 95), pulse: Math.max(55, reading.pulse ?? 55) };
}

/** Often only a cuff or only a finger is looked at. */
export function partly(parts: ReadingParts, random: Random): ReadingParts {
  if (random.chance(0.7)) return parts;
  const { systolic, diastolic, spo2, pulse } = parts;
  return random.chance(0.5) ? { ...emptyParts, systolic, diastolic } : { ...emptyParts, spo2, pulse };
}
