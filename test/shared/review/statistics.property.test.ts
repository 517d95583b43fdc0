import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { statisticsCsv } from '../../../shared/export/statistics-csv.ts';
import { figuresOf } from '../../../shared/review/figures.ts';
import { totalOf, weekFigures, type CountedSession } from '../../../shared/review/statistics.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const weeks = [100, 101, 102, 103].map((week) => week * WEEK);
const range = { weeks, to: 104 * WEEK, signDays: 3, now: 104 * WEEK };

const counted: fc.Arbitrary<CountedSession> = fc
  .record({
    at: fc.integer({ min: 99 * WEEK, max: 105 * WEEK }),
    given: fc.boolean(),
    signedAfter: fc.option(fc.nat(10 * DAY)),
    early: fc.boolean(),
    adverse: fc.nat(2),
    due: fc.nat(9),
    missed: fc.nat(9),
  })
  .map(({ at, given, signedAfter, early, adverse, due, missed }) => ({
    ...{ startedAt: given ? at : null, overAt: at + 2 * 3_600_000, early, adverse, due },
    signedAt: signedAfter === null ? null : at + 2 * 3_600_000 + signedAfter,
    onTime: Math.max(0, due - missed),
  }));

test('every session of the weeks is counted once, in the week of its start, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 40 }), (sessions) => {
      const found = weekFigures(sessions, range);
      const all = totalOf(found);
      const at = ({ startedAt, overAt }: CountedSession): number => startedAt ?? overAt;
      const inside = sessions.filter((one) => at(one) >= (weeks[0] ?? 0) && at(one) < range.to);
      const given = inside.filter(({ startedAt }) => startedAt !== null);
      expect(all).toMatchObject({
        ...{ sessions: given.length, notGiven: inside.length - given.length, signable: inside.length },
        early: given.filter(({ early }) => early).length,
        due: given.reduce((sum, { due }) => sum + due, 0),
        late: inside.filter(({ overAt, signedAt }) => (signedAt ?? range.now) - overAt > 3 * DAY).length,
      });
      found.forEach((week, index) => {
        const own = given.filter((one) => at(one) >= week.from && at(one) < (weeks[index + 1] ?? range.to));
        expect(week.sessions).toBe(own.length);
        expect(week.onTime).toBeLessThanOrEqual(week.due);
      });
      const rows: unknown = parse(statisticsCsv(found, String), { columns: true, cast: true });
      expect(rows).toMatchObject(
        found.map(({ from, sessions: infusions, late }) => ({
          week_from: from,
          infusions,
          signed_late_or_not_yet: late,
        })),
      );
    }),
    { numRuns: 100 },
  );
});

test('a session counts as the review shows it: early, its adverse events, readings within their window, the note', () => {
  const room = new TestRoom().started().run(30 * MINUTE);
  room.do({ type: 'noteAdverseEvent', adverseId: 'a', severity: 'mild', what: 'Fainted', markId: null, agoMs: 0 });
  room.do({ type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 });
  room.do({ type: 'recordDose', mgGiven: 36, mgDiscarded: 0, witness: null, note: null });
  room.do({ type: 'finish', how: 'againstAdvice', escort: null, note: 'left', told: 'Dr. Lindqvist', agoMs: 0 });
  const before = figuresOf(room.session, room.protocol);
  expect(before).toMatchObject({ early: true, adverse: 1, signedAt: null, next: null });
  expect(before.due).toBeGreaterThan(0);
  expect(before.onTime).toBe(0);
  room.do({ type: 'signSession', staffId: 'lindqvist', pin: '1234', meaning: 'responsible', next: null });
  expect(figuresOf(room.session, room.protocol)).toMatchObject({ next: 'none', signedAt: room.clock.now().wallMs });
});
