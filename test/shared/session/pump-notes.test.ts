import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { can } from '../../../shared/session/can.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { lifeMs } from '../../../shared/session/life.ts';
import { pumpHistory } from '../../../shared/session/pump-history.ts';
import { givenSoFar } from '../../../shared/session/pump-state.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { alvarez, order, TestRoom } from '../../helpers/session-builder.ts';

const rate = (value: number, agoMs = 0, confirmed = false): SessionCommand => ({
  ...{ type: 'notePumpRate', noteId: `rate-${value}`, rate: { unit: 'mlPerHour', value }, confirmed, agoMs },
});
const total = (value: number, agoMs = 0, confirmed = false): SessionCommand => ({
  ...{ type: 'readPumpTotal', noteId: `total-${value}`, total: { unit: 'ml', value }, confirmed, agoMs },
});
const soFar = (room: TestRoom) => givenSoFar(room.session, lifeMs(room.session, room.clock.now()));

describe('how much has run in', () => {
  it('follows the order, then a stated rate, then the total on the pump, and says which', () => {
    const room = new TestRoom().started().run(25 * MINUTE);
    expect(soFar(room)).toEqual({ mg: 18, from: { kind: 'order' } });
    // Half of 43.2 mL/h, at 1 mg/mL: 0.36 mg a minute.
    const halfAt = room.clock.now().wallMs;
    room.do(rate(21.7)).run(10 * MINUTE);
    expect(soFar(room)).toEqual({ mg: 21.6, from: { kind: 'rate', at: halfAt } });
    const readAt = room.clock.now().wallMs - 5 * MINUTE;
    room.do(total(19, 5 * MINUTE));
    expect(soFar(room)).toEqual({ mg: 20.8, from: { kind: 'total', at: readAt } });
  });

  it('stands while the pump stands, and after its stop', () => {
    const room = new TestRoom()
      .started()
      .run(20 * MINUTE)
      .do(total(14));
    room.do({ type: 'pausePump', reason: 'air', pumpStands: true, note: null, agoMs: 0 }).run(7 * MINUTE);
    expect(soFar(room)?.mg).toBe(14);
    room.do({ type: 'resumePump', agoMs: 0 }).run(10 * MINUTE);
    room.do({ type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 }).run(10 * MINUTE);
    expect(soFar(room)?.mg).toBe(21.2);
  });

  it('counts milligrams by the concentration of the order, and nothing that was withdrawn', () => {
    const room = new TestRoom().started().run(25 * MINUTE);
    room.do({ type: 'readPumpTotal', noteId: 'a', total: { unit: 'mg', value: 17 }, confirmed: false, agoMs: 0 });
    expect(soFar(room)?.mg).toBe(17);
    room.do({ type: 'withdrawPumpNote', noteId: 'a', reason: 'the other pump' });
    expect(soFar(room)).toEqual({ mg: 18, from: { kind: 'order' } });
    expect(room.bodies('pumpTotalRead')).toHaveLength(1);
    expect(room.refusal({ type: 'withdrawPumpNote', noteId: 'a', reason: 'again' })).toBe('pump.withdrawn');
  });
});

/** Minutes that pass, and what is read then. */
const readings = fc.array(
  fc.record({
    minutes: fc.integer({ min: 0, max: 15 }),
    kind: fc.constantFrom('rate' as const, 'total' as const),
    value: fc.double({ min: 0.1, max: 80, noNaN: true }),
  }),
  { maxLength: 6 },
);

test('is what the pump said at the moment it said it, never runs back without a word, and never beyond the order unless the pump did', () => {
  fc.assert(
    fc.property(readings, (all) => {
      const room = new TestRoom().started();
      let most = order.mg;
      for (const { minutes, kind, value } of all) {
        let before = soFar(room)?.mg ?? 0;
        for (let left = minutes; left > 0; left -= 1) {
          room.clock.advance(MINUTE);
          const now = soFar(room)?.mg ?? 0;
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
        const confirmed = true;
        const noteId = room.id();
        if (kind === 'rate') {
          room.do({ type: 'notePumpRate', noteId, rate: { unit: 'mgPerHour', value }, confirmed, agoMs: 0 });
          expect(soFar(room)?.mg).toBe(before);
        } else {
          most = Math.max(order.mg, value);
          room.do({ type: 'readPumpTotal', noteId, total: { unit: 'mg', value }, confirmed, agoMs: 0 });
          expect(soFar(room)?.mg).toBeCloseTo(value, 0);
        }
        expect(soFar(room)?.mg).toBeLessThanOrEqual(Math.round(most * 10) / 10);
      }
    }),
    { numRuns: 30 },
  );
});

describe('a figure off the pump', () => {
  it('that is far from the order, from the time that ran, or falls, is asked about once', () => {
    const room = new TestRoom().started().run(20 * MINUTE);
    expect(room.ask(rate(432))).toMatchObject({ code: 'pump.unlikely', params: { doubt: 'rateFar' } });
    expect(room.ask(rate(4.32))).toMatchObject({ params: { doubt: 'rateFar' } });
    room.do(rate(40)).do(rate(432, 0, true));
    expect(room.ask(total(140))).toMatchObject({ params: { doubt: 'totalOver' } });
    room.do({ type: 'withdrawPumpNote', noteId: 'rate-432', reason: 'typing' });
    expect(room.ask(total(1.4))).toMatchObject({ params: { doubt: 'totalFar' } });
    room.do(total(14));
    expect(room.ask(total(13))).toMatchObject({ params: { doubt: 'totalFell' } });
    room.do(total(13, 0, true));
  });

  it('cannot lie before the start, nor a rate after the stop; a total can still be read then', () => {
    expect(can(new TestRoom().prepared().session)).toMatchObject({ notePumpRate: false, readPumpTotal: false });
    const room = new TestRoom().started().run(2 * MINUTE);
    expect(room.refusal(rate(40, 5 * MINUTE))).toBe('pump.beforeStart');
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }).run(MINUTE);
    expect(room.refusal(rate(40))).toBe('pump.afterStop');
    room.do(rate(40, 2 * MINUTE)).do(total(1.4));
    expect(room.refusal(total(1.4))).toBe('pump.known');
  });

  it('is taken back by one press for seconds, later with a reason; refused entries of the locked screen never counted', () => {
    const room = new TestRoom()
      .started()
      .run(10 * MINUTE)
      .do(rate(40))
      .do(rate(41));
    room.do({ type: 'takeBackPumpNote', noteId: 'rate-40' });
    room.run(20_000);
    expect(room.refusal({ type: 'takeBackPumpNote', noteId: 'rate-41' })).toBe('pump.tooLate');
    room.author = { kind: 'unsigned' };
    room.do(total(7));
    room.author = alvarez;
    room.do({ type: 'disown', seqs: [...room.session.unsigned], reason: 'not ours' });
    expect(soFar(room)?.from.kind).toBe('rate');
    expect(room.session.pumpNotes.map(({ withdrawn }) => withdrawn?.reason ?? 'stands')).toEqual([
      ...['stands', 'stands', 'not ours'],
    ]);
  });

  it('stands in one list with start, pauses and stop, each at its own moment', () => {
    const room = new TestRoom()
      .started()
      .run(10 * MINUTE)
      .do(rate(40));
    room.do({ type: 'pausePump', reason: 'air', pumpStands: true, note: null, agoMs: 0 }).run(2 * MINUTE);
    room
      .do({ type: 'resumePump', agoMs: 0 })
      .run(10 * MINUTE)
      .do(total(14, 5 * MINUTE));
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
    const started = room.session.started?.at ?? 0;
    expect(
      pumpHistory(room.session).map((fact) => [
        fact.kind === 'note' ? fact.note.kind : fact.kind,
        (fact.at - started) / MINUTE,
      ]),
    ).toEqual([
      ['started', 0],
      ['rate', 10],
      ['paused', 10],
      ['resumed', 12],
      ['total', 17],
      ['stopped', 22],
    ]);
  });
});
