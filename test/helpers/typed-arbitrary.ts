import * as fc from 'fast-check';
import type { Known, Typed } from '../../shared/vitals/measures.ts';

/** A calm patient's values, and what was known of them before: within an ordinary session's rise and fall. */
export interface Calm {
  readonly typed: Typed;
  readonly known: Known;
}

const around = (value: number, by: number, min: number, max: number) =>
  fc.integer({ min: Math.max(min, value - by), max: Math.min(max, value + by) });

/** Rests of ordinary adults, then a reading in the course of an infusion: mean rise 16/11 mmHg (Yale 2024), less or more. */
export const calmReading: fc.Arbitrary<Calm> = fc
  .record({
    systolic: fc.integer({ min: 100, max: 150 }),
    diastolic: fc.integer({ min: 58, max: 88 }),
    spo2: fc.integer({ min: 95, max: 100 }),
    pulse: fc.integer({ min: 56, max: 96 }),
    respirations: fc.integer({ min: 10, max: 20 }),
  })
  .chain((known) =>
    fc
      .record({
        systolic: around(known.systolic + 8, 12, 95, 175),
        diastolic: around(known.diastolic + 5, 8, 55, 105),
        spo2: around(known.spo2 - 1, 2, 93, 100),
        pulse: around(known.pulse + 3, 10, 50, 115),
        respirations: around(known.respirations, 3, 9, 24),
      })
      .filter(({ systolic, diastolic }) => systolic - diastolic >= 20)
      .map((values) => ({
        known,
        typed: {
          systolic: String(values.systolic),
          diastolic: String(values.diastolic),
          spo2: String(values.spo2),
          pulse: String(values.pulse),
          respirations: String(values.respirations),
        },
      })),
  );
