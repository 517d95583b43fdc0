import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { followUpAfter, noFollowUp, type FollowUpBody } from '../../../shared/people/follow-up-events.ts';
import { defaultFollowUpRule, followUpRuleOf, type FollowUpRule } from '../../../shared/people/follow-up-rule.ts';
import { owedIn, type DayAfter, type FollowedCourse, type Owed } from '../../../shared/review/owed.ts';

const DAY = 86_400_000;
/** Days of a clinic on UTC. */
const dayAfter: DayAfter = (at, days) => Math.floor(at / DAY) * DAY + days * DAY;
const MONDAY = 20_000 * DAY + 10 * 3_600_000;

const rule: FollowUpRule = { ...defaultFollowUpRule, scoreWeeks: [2, 4] };
const course = (days: readonly number[], over: Partial<FollowedCourse> = {}): FollowedCourse => ({
  ...{ plannedInfusions: 6, followUp: noFollowUp, answered: [], givenInAll: days.length, begun: false },
  given: days.map((day, index) => ({ sessionId: `s${index + 1}`, overAt: MONDAY + day * DAY, next: null })),
  ...over,
});
const owedOn = (day: number, of: FollowedCourse, by: FollowUpRule = rule): string[] =>
  owedIn(of, by, MONDAY + day * DAY, dayAfter).map(({ kind, of: what }) => `${kind} ${what}`);

test('the call is owed the day after and not before, late the day after that, and done with whoever was reached', () => {
  expect(owedOn(0, course([0]))).toEqual([]);
  expect(owedOn(1, course([0]))).toEqual(['call s1', 'integration s1']);
  const [call] = owedIn(course([0]), rule, MONDAY + DAY, dayAfter);
  expect(call?.lateAt).toBe(dayAfter(MONDAY, 2));
  const tried = followUpAfter(
    noFollowUp,
    { type: 'nextDayNotReached', sessionId: 's1', note: null },
    MONDAY + DAY,
    'tan',
  );
  const [again] = owedIn(course([0], { followUp: tried }), rule, MONDAY + DAY, dayAfter);
  expect(again?.tries).toEqual([{ at: MONDAY + DAY, staffId: 'tan' }]);
  const called: FollowUpBody = {
    ...{ type: 'nextDayCalled', sessionId: 's1', unwell: false, unwellNote: null, sleep: 'well', again: 'Cooked' },
  };
  expect(owedOn(1, course([0], { followUp: followUpAfter(tried, called, 0, 'tan') }))).toEqual(['integration s1']);
  expect(owedOn(30, course([0]))).not.toContain('call s1');
});

test('a note of integration and a questionnaire in the record settle their own; the next infusion follows plan and note', () => {
  const noted = followUpAfter(noFollowUp, { type: 'integrationNoteKept' }, MONDAY + 2 * DAY, 'lind');
  expect(owedOn(3, course([0], { followUp: noted }))).toEqual(['call s1']);
  const asked = followUpAfter(noFollowUp, { type: 'questionnaireAsked' }, MONDAY + 13 * DAY, 'tan');
  expect(owedOn(14, course([0]))).toContain('scores week 2');
  expect(owedOn(14, course([0], { followUp: asked }))).not.toContain('scores week 2');
  // Weeks count from the first infusion: where that lies further back than is known, none is asked for.
  expect(owedOn(14, course([0], { givenInAll: 3 }))).not.toContain('scores week 2');
  expect(owedOn(6, course([0]))).not.toContain('next s1');
  expect(owedOn(7, course([0]))).toContain('next s1');
  for (const over of [{ begun: true }, { plannedInfusions: 1 }, { plannedInfusions: null }])
    expect(owedOn(7, course([0], over))).not.toContain('next s1');
  const last = { ...course([0]), given: [{ sessionId: 's1', overAt: MONDAY, next: 'none' as const }] };
  expect(owedOn(7, last)).not.toContain('next s1');
});

const anOwed = (one: Owed): FollowUpBody =>
  one.kind === 'call'
    ? { type: 'followUpLetGo', kind: 'call', of: one.of, reason: 'moved away' }
    : { type: 'followUpDone', kind: one.kind, of: one.of, note: null };

test('nothing is owed twice or before its day; what is settled is owed no more, whatever else is; an empty rule owes nothing', () => {
  const none: FollowUpRule = { ...rule, call: false, integrationDays: null, scoreWeeks: [], nextDays: null };
  fc.assert(
    fc.property(fc.array(fc.nat(90), { maxLength: 8 }), fc.nat(200), fc.nat(20), (days, today, pick) => {
      const of = course(days.toSorted((a, b) => a - b));
      const now = MONDAY + today * DAY;
      const owed = owedIn(of, rule, now, dayAfter);
      expect(new Set(owed.map(({ kind, of: what }) => `${kind} ${what}`)).size).toBe(owed.length);
      for (const { dueAt, lateAt } of owed) expect(dueAt <= now && dueAt < lateAt).toBe(true);
      expect(owedIn(of, none, now, dayAfter)).toEqual([]);
      const one = owed[pick % Math.max(1, owed.length)];
      if (one === undefined) return;
      const followUp = followUpAfter(of.followUp, anOwed(one), now, 'tan');
      const left = owedIn({ ...of, followUp }, rule, now, dayAfter);
      expect(left).toEqual(owed.filter((other) => other !== one));
    }),
    { numRuns: 200 },
  );
});

test('a questionnaire answered in a session settles each week whose window it falls in, and nothing else', () => {
  fc.assert(
    fc.property(fc.nat(80), fc.array(fc.nat(80), { maxLength: 3 }), (today, answeredOn) => {
      const answered = answeredOn.map((day) => MONDAY + day * DAY);
      const before = owedIn(course([0]), rule, MONDAY + today * DAY, dayAfter);
      const after = owedIn(course([0], { answered }), rule, MONDAY + today * DAY, dayAfter);
      // From three days before its week on, for as long as it is asked for.
      const settles = ({ dueAt }: Owed, at: number): boolean => at >= dueAt - 3 * DAY && at < dueAt + 28 * DAY;
      const left = before.filter((one) => one.kind !== 'scores' || !answered.some((at) => settles(one, at)));
      expect(after).toEqual(left);
    }),
    { numRuns: 300 },
  );
  // Two days before week 2; week 4 is not settled by it, nor week 2 by one of the week before.
  const answered = [MONDAY + 12 * DAY];
  expect(owedOn(14, course([0], { answered }))).not.toContain('scores week 2');
  expect(owedOn(28, course([0], { answered }))).toContain('scores week 4');
  expect(owedOn(14, course([0], { answered: [MONDAY + 10 * DAY] }))).toContain('scores week 2');
});

test('the rule is the last one that can be read', () => {
  expect(followUpRuleOf([])).toBe(defaultFollowUpRule);
  expect(
    followUpRuleOf([
      { type: 'ruleSet', rule },
      { type: 'ruleSet', rule: { call: 'perhaps' } },
    ]),
  ).toEqual(rule);
});
