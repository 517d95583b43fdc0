import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelAt, peakMs } from '../../../shared/practice/course.ts';
import type { PracticeFacts } from '../../../shared/practice/facts.ts';
import { cuffAt, CUFF_MS, oximeterAt } from '../../../shared/practice/monitor.ts';
import { patientAt } from '../../../shared/practice/patient.ts';
import { practicePlan, scenarioIds, type PracticePlan, type ScenarioId } from '../../../shared/practice/scenario.ts';
import { practiceActs } from '../../../shared/practice/acts.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { bandsOf, worstBand } from '../../../shared/vitals/bands.ts';
import { gateOf } from '../../../shared/vitals/gate.ts';
import { emptyParts, validateReading } from '../../../shared/vitals/validate.ts';

const MINUTE = 60_000;
const runs = { numRuns: 200 };
const { bands } = defaultProtocol(0, 'test');

const seeds = fc.integer({ min: 0, max: 999_999 });
const lengths = fc.integer({ min: 20, max: 120 }).map((minutes) => minutes * MINUTE);
const plans = fc
  .tuple(fc.constantFrom(...scenarioIds), seeds, lengths)
  .map(([scenario, seed, plannedMs]) => planned(scenario, seed, plannedMs));
const moment = fc.integer({ min: 0, max: 4 * 60 * MINUTE });

/** Whatever a session may have done, in any order. */
const anyFacts: fc.Arbitrary<PracticeFacts> = fc
  .record({
    startMs: fc.option(fc.integer({ min: 1, max: 20 * MINUTE })),
    lastsMs: fc.option(fc.integer({ min: 1, max: 130 * MINUTE })),
    stands: fc.array(fc.tuple(moment, fc.option(fc.integer({ min: 1, max: 30 * MINUTE }))), { maxLength: 4 }),
    medicinesMs: fc.array(moment, { maxLength: 3 }),
    acts: fc.array(fc.record({ act: fc.constantFrom(...practiceActs), lifeMs: moment, at: fc.constant(0) })),
  })
  .map(({ startMs, lastsMs, stands, medicinesMs, acts }) => ({
    preChecksMs: 0,
    startMs,
    stopMs: startMs === null || lastsMs === null ? null : startMs + lastsMs,
    stands: stands.map(([fromMs, forMs]) => ({ fromMs, toMs: forMs === null ? null : fromMs + forMs })),
    medicinesMs: medicinesMs.toSorted((a, b) => a - b),
    acts: acts.toSorted((a, b) => a.lifeMs - b.lifeMs),
  }));

function planned(scenario: ScenarioId, seed: number, plannedMs = 50 * MINUTE): PracticePlan {
  const plan = practicePlan(scenario, seed, plannedMs);
  if (plan === null) throw new Error(scenario);
  return plan;
}

/** An infusion from life time 0, undisturbed. */
function undisturbed(stopMs: number | null = null): PracticeFacts {
  return { preChecksMs: -30 * MINUTE, startMs: 0, stopMs, stands: [], medicinesMs: [], acts: [] };
}

function measuredAt(plan: PracticePlan, facts: PracticeFacts, ms: number) {
  const acts = [...facts.acts, { act: 'cuff' as const, lifeMs: ms - CUFF_MS, at: 0 }];
  return cuffAt(plan, { ...facts, acts }, ms);
}

describe('the simulated patient', () => {
  it('shows what can be typed as a reading, whatever was done', () => {
    fc.assert(
      fc.property(plans, anyFacts, moment, (plan, facts, ms) => {
        const { spo2, pulse, respirations, rass } = oximeterAt(plan, facts, ms);
        const cuff = cuffAt(plan, facts, ms);
        const pressure =
          cuff.kind === 'figures'
            ? { systolic: cuff.systolic, diastolic: cuff.diastolic }
            : { systolic: 120, diastolic: 80 };
        const sedation = { kind: 'rass' as const, value: rass };
        expect(validateReading({ ...emptyParts, ...pressure, spo2, pulse, respirations, sedation })).toBeNull();
      }),
      runs,
    );
  });

  it('is the same for the same session, scenario and seed', () => {
    fc.assert(
      fc.property(plans, anyFacts, moment, (plan, facts, ms) => {
        const again = planned(plan.scenario, plan.seed, plan.plannedMs);
        const copy = structuredClone(facts);
        expect(patientAt(again, copy, ms)).toEqual(patientAt(plan, facts, ms));
        expect(cuffAt(again, copy, ms)).toEqual(cuffAt(plan, facts, ms));
      }),
      runs,
    );
  });

  it('differs from seed to seed', () => {
    const systolic = Array.from({ length: 50 }, (_, seed) =>
      Math.round(patientAt(planned('ordinary', seed), undisturbed(), 0).body.systolic),
    );
    expect(new Set(systolic).size).toBeGreaterThan(8);
  });

  it('rises to its highest 30 to 40 minutes into the infusion, by 5 to 27 mmHg, and never jumps', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const plan = planned('ordinary', seed);
        const course = Array.from({ length: 50 * 6 + 1 }, (_, step) => {
          const ms = step * 10_000;
          return { ms, systolic: patientAt(plan, undisturbed(), ms).body.systolic };
        });
        const highest = course.reduce((best, next) => (next.systolic > best.systolic ? next : best));
        const rise = highest.systolic - (course[0]?.systolic ?? 0);
        expect(highest.ms).toBeGreaterThanOrEqual(30 * MINUTE);
        expect(highest.ms).toBeLessThanOrEqual(40 * MINUTE);
        expect(rise).toBeGreaterThanOrEqual(4.9);
        expect(rise).toBeLessThanOrEqual(27.1);
        course.forEach(({ systolic }, at) =>
          expect(Math.abs(systolic - (course[at - 1]?.systolic ?? systolic))).toBeLessThan(1),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is back at baseline within 90 minutes of the stop', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 5, max: 120 }), (plan, minutes) => {
        const facts = undisturbed(minutes * MINUTE);
        const before = patientAt(plan, facts, 0).body;
        const after = patientAt(plan, facts, (minutes + 90) * MINUTE).body;
        expect(Math.abs(after.systolic - before.systolic)).toBeLessThan(2);
        expect(after.rass).toBe(0);
      }),
      runs,
    );
  });

  it('a standing pump lets the rise fall, and it comes back when the pump runs again', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 10, max: 30 }), fc.integer({ min: 2, max: 15 }), (seed, from, minutes) => {
        const plan = planned('ordinary', seed);
        const stands = [{ fromMs: from * MINUTE, toMs: (from + minutes) * MINUTE }];
        const level = (ms: number): number => levelAt(plan, undisturbed(), stands, ms);
        expect(level((from + minutes) * MINUTE)).toBeLessThan(level(from * MINUTE));
        expect(level((from + minutes + 8) * MINUTE)).toBeGreaterThan(level((from + minutes) * MINUTE));
        expect(peakMs(plan)).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});

describe('what befalls the simulated patient', () => {
  it('the pressure that turns red is red at the readings around it, once, and has fallen 30 minutes later', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const plan = planned('pressure', seed);
        const facts = undisturbed();
        const at = plan.incidents[0]?.atMs ?? 0;
        const cuff = measuredAt(plan, facts, at + MINUTE);
        if (cuff.kind !== 'figures') throw new Error(cuff.kind);
        const { systolic, diastolic } = cuff;
        expect(worstBand(bandsOf(bands, { ...emptyParts, systolic, diastolic }, null))).toBe('red');
        expect(patientAt(plan, facts, at + 30 * MINUTE).body.systolic).toBeLessThan(160);
        expect(patientAt(plan, facts, at - 10 * MINUTE).body.systolic).toBeLessThan(160);
      }),
      runs,
    );
  });

  it('one who came in a hurry is over the gate at first and under it after twelve minutes of rest', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const plan = planned('hurried', seed);
        const facts: PracticeFacts = { ...undisturbed(), preChecksMs: 0, startMs: null };
        const gate = (ms: number): string => {
          const { systolic, diastolic } = patientAt(plan, facts, ms).body;
          return gateOf(bands, { ...emptyParts, systolic: Math.round(systolic), diastolic: Math.round(diastolic) });
        };
        expect(gate(30_000)).toBe('amber');
        expect(gate(12 * MINUTE)).toBe('ok');
      }),
      runs,
    );
  });

  it('a medicine in time spares the vomiting; without one the patient vomits', () => {
    const plan = planned('sick', 7);
    const at = plan.incidents[0]?.atMs ?? 0;
    const says = (facts: PracticeFacts, ms: number): string | null => patientAt(plan, facts, ms).says;
    expect(says(undisturbed(), at + MINUTE)).toBe('sick');
    expect(says(undisturbed(), at + 6 * MINUTE)).toBe('vomits');
    const treated = { ...undisturbed(), medicinesMs: [at + 2 * MINUTE] };
    expect(says(treated, at + 6 * MINUTE)).toBe('sick');
    expect(says(treated, at + 11 * MINUTE)).toBe('sickBetter');
  });

  it('a cuff that sits badly finds nothing until it is seated anew', () => {
    const plan = planned('badCuff', 3);
    const at = plan.incidents[0]?.atMs ?? 0;
    expect(measuredAt(plan, undisturbed(), at + MINUTE)).toMatchObject({ kind: 'failed', why: 'loose' });
    const seated = { ...undisturbed(), acts: [{ act: 'reseatCuff' as const, lifeMs: at + MINUTE, at: 0 }] };
    expect(measuredAt(plan, seated, at + 2 * MINUTE).kind).toBe('figures');
  });

  it('the cuff takes half a minute', () => {
    const plan = planned('ordinary', 3);
    const facts = { ...undisturbed(), acts: [{ act: 'cuff' as const, lifeMs: MINUTE, at: 0 }] };
    expect(cuffAt(plan, facts, MINUTE - 1)).toEqual({ kind: 'none' });
    expect(cuffAt(plan, facts, MINUTE + 10_000)).toEqual({ kind: 'measuring', leftMs: 20_000 });
    expect(cuffAt(plan, facts, MINUTE + 30_000).kind).toBe('figures');
  });
});
