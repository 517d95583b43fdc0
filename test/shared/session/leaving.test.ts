import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aldreteFrom } from '../../../shared/scales/aldrete.ts';
import { valuesForLeaving, type LeavingPart } from '../../../shared/session/leaving-reading.ts';
import type { ReadingState } from '../../../shared/session/reading-state.ts';
import type { ReadingParts } from '../../../shared/vitals/reading.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { alvarez, calm, parts, TestRoom } from '../../helpers/session-builder.ts';

const otherwise = { type: 'finish', how: 'hospital', escort: null, agoMs: 0 } as const;

describe('leaving otherwise', () => {
  it('is blocked by nothing but a reason and the name of who was told', () => {
    const room = new TestRoom().recovering();
    expect(room.refusal({ ...otherwise, note: ' ', told: 'Dr. Lindqvist' })).toBe('finish.reason');
    expect(room.refusal({ ...otherwise, note: 'chest pain' })).toBe('finish.told');
    room.do({ ...otherwise, note: 'chest pain', told: 'Dr. Lindqvist' });
    expect(room.session.finished).toMatchObject({ how: 'hospital', note: 'chest pain', told: 'Dr. Lindqvist' });
  });
});

describe('the values that a score is made from', () => {
  const take = (room: TestRoom, given: ReadingParts = calm): string => {
    const readingId = room.id();
    const takenAt = room.clock.now().wallMs;
    room.do({ type: 'takeReading', readingId, parts: given, takenAt, confirmed: [] });
    return readingId;
  };
  const idsOf = (room: TestRoom) => {
    const { pressure, pulse, spo2, sedation } = valuesForLeaving(room.session)?.from ?? {};
    return [pressure, pulse, spo2, sedation].map((reading) => reading?.readingId ?? null);
  };

  it('are of the last reading since the pump’s stop, and of none before it', () => {
    const room = new TestRoom().started().run(20 * MINUTE);
    take(room);
    expect(valuesForLeaving(room.session)).toBeNull();
    room.run(MINUTE);
    room.do({ type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 });
    expect(idsOf(room)).toEqual([null, null, null, null]);
    room.run(5 * MINUTE);
    const after = take(room);
    room.run(10 * MINUTE);
    const last = take(room);
    expect(idsOf(room)).toEqual([last, last, last, last]);
    room.do({ type: 'withdrawReading', readingId: last, reason: 'cuff' });
    expect(idsOf(room)).toEqual([after, after, after, after]);
  });

  it('are put together from parts that were entered apart, each as it was amended', () => {
    const room = new TestRoom().recovering().run(MINUTE);
    const spo2 = take(room, parts({ spo2: 96, oxygenTenths: 0 }));
    room.run(MINUTE);
    const pressure = take(room, parts({ systolic: 145, diastolic: 80 }));
    room.run(MINUTE);
    const sedation = take(room, parts({ sedation: { kind: 'rass', value: 0 } }));
    const takenAt = room.clock.now().wallMs - MINUTE;
    const amended = parts({ systolic: 120, diastolic: 80 });
    room.do({ type: 'amendReading', readingId: pressure, parts: amended, takenAt, reason: 'typing', confirmed: [] });
    expect(idsOf(room)).toEqual([pressure, null, spo2, sedation]);
    expect(aldreteFrom(calm, valuesForLeaving(room.session)?.parts ?? null)).toEqual({
      ...{ circulation: 2, consciousness: 2, oxygen: 2 },
    });
  });

  it('have the oxygen that a saturation was measured with: what is said afterwards changes nothing of it', () => {
    const room = new TestRoom().recovering().run(MINUTE);
    const oxygen = () => valuesForLeaving(room.session)?.parts.oxygenTenths;
    take(room, parts({ spo2: 95, oxygenTenths: 20 }));
    room.run(MINUTE);
    take(room, parts({ oxygenTenths: 0 }));
    expect(oxygen()).toBe(20);
    room.run(MINUTE);
    take(room, parts({ spo2: 94 }));
    expect(oxygen()).toBe(0);
    room.run(MINUTE);
    take(room, parts({ oxygenTenths: 40 }));
    expect(oxygen()).toBe(0);
    const early = new TestRoom().recovering().run(MINUTE);
    early.do({ type: 'withdrawReading', readingId: early.session.readings[0]?.readingId ?? '', reason: 'cuff' });
    take(early, parts({ spo2: 95 }));
    early.run(MINUTE);
    take(early, parts({ oxygenTenths: 10 }));
    expect(valuesForLeaving(early.session)?.parts.oxygenTenths).toBe(10);
  });

  const anyReading = fc.record({
    lifeMs: fc.integer({ min: 0, max: 20 }),
    withdrawn: fc.constantFrom(null, null, null, 'cuff'),
    systolic: fc.option(fc.integer({ min: 90, max: 180 })),
    pulse: fc.option(fc.integer({ min: 50, max: 150 })),
    spo2: fc.option(fc.integer({ min: 88, max: 100 })),
    rass: fc.option(fc.integer({ min: -5, max: 4 })),
  });

  it('are each the latest that stands since the stop, whatever was entered together', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 8 }), fc.integer({ min: 0, max: 20 }), (given, stopLifeMs) => {
        const { session } = new TestRoom().recovering();
        const readings = given.map(({ lifeMs, withdrawn, systolic, pulse, spo2, rass }, index): ReadingState => {
          const sedation = rass === null ? null : ({ kind: 'rass', value: rass } as const);
          const diastolic = systolic === null ? null : systolic - 40;
          return {
            ...{ readingId: String(index), seq: index, takenAt: lifeMs, lifeMs, sessionMs: null, withdrawn },
            ...{ notObtained: null, dueId: null, author: alvarez, originals: [] },
            parts: parts({ systolic, diastolic, pulse, spo2, sedation }),
          };
        });
        const stopped = session.stopped === null ? null : { ...session.stopped, lifeMs: stopLifeMs };
        const values = valuesForLeaving({ readings, stopped });
        for (const [part, field] of Object.entries({
          pressure: 'systolic',
          pulse: 'pulse',
          spo2: 'spo2',
          sedation: 'sedation',
        } as const)) {
          const can = readings.filter(
            (one) => one.withdrawn === null && one.lifeMs >= stopLifeMs && (one.parts?.[field] ?? null) !== null,
          );
          const found = values?.from[part as LeavingPart];
          expect(found === undefined).toBe(can.length === 0);
          expect(values?.parts[field]).toEqual(found?.parts[field] ?? null);
          if (found === undefined) continue;
          expect(can).toContain(found);
          expect(
            can.filter((one) => one.lifeMs > found.lifeMs || (one.lifeMs === found.lifeMs && one.seq > found.seq)),
          ).toEqual([]);
        }
      }),
    );
  });
});

describe('sheets to take home', () => {
  it('are a fact once they were printed, and only from recovery on', () => {
    const print = {
      type: 'noteSheetsPrinted' as const,
      sheets: ['patient' as const, 'patient' as const],
      language: 'de' as const,
    };
    expect(new TestRoom().started().refusal(print)).toBe('session.notNow');
    const room = new TestRoom().recovering().do(print);
    expect(room.session.printed).toMatchObject([{ sheets: ['patient'], language: 'de' }]);
  });
});
