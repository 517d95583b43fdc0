import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gad7 } from '../../../shared/scales/gad7.ts';
import { meetsClusters, pcl5 } from '../../../shared/scales/pcl5.ts';
import { phq9 } from '../../../shared/scales/phq9.ts';
import { changeBetween, scored, type Answers, type Questionnaire } from '../../../shared/scales/questionnaire.ts';
import { needsTalk } from '../../../shared/scales/questionnaires.ts';
import { wordings } from '../../../shared/scales/wording.ts';

const all = [phq9, gad7, pcl5];

/** Every question answered, by a list of answers that is gone through from its beginning. */
const filled = ({ questions }: Questionnaire, answers: readonly number[]): Answers =>
  Object.fromEntries(questions.map(({ id }, index) => [id, answers[index] ?? 0]));

const wholeOf = (one: Questionnaire) =>
  fc.array(fc.integer({ min: 0, max: one.highestAnswer }), {
    minLength: one.questions.length,
    maxLength: one.questions.length,
  });

describe.each(all)('$title', (one) => {
  it('reaches from nothing to its highest total', () => {
    expect(scored(one, filled(one, []))).toMatchObject({ kind: 'whole', total: 0 });
    const most = one.questions.map(() => one.highestAnswer);
    expect(scored(one, filled(one, most))).toMatchObject({ kind: 'whole', total: one.max });
    expect(new Set(one.questions.map(({ id }) => id)).size).toBe(one.questions.length);
  });

  it('adds up what was answered, and a part of it has no total', () => {
    fc.assert(
      fc.property(wholeOf(one), fc.nat(one.questions.length - 1), (answers, skipped) => {
        const whole = filled(one, answers);
        expect(scored(one, whole)).toMatchObject({ total: answers.reduce((sum, answer) => sum + answer, 0) });
        const { [one.questions[skipped]?.id ?? '']: _skipped, ...part } = whole;
        expect(scored(one, part)).toEqual({
          kind: 'partial',
          answered: one.questions.length - 1,
          of: one.questions.length,
        });
      }),
      { numRuns: 100 },
    );
  });

  it.each([-1, one.highestAnswer + 1, 0.5, Number.NaN])('does not know the answer %d', (answer) => {
    expect(scored(one, { [one.questions[0]?.id ?? '']: answer })).toBeNull();
  });

  it('does not know a question of another one', () => {
    expect(scored(one, { elsewhere: 1 })).toBeNull();
  });
});

const bandAt = (one: Questionnaire, total: number): string | null => {
  const answers: number[] = [];
  for (let left = total; left > 0; left -= one.highestAnswer) answers.push(Math.min(left, one.highestAnswer));
  const found = scored(one, filled(one, answers));
  return found?.kind === 'whole' ? found.band : null;
};

it.each([
  [
    phq9,
    [0, 4, 5, 9, 10, 14, 15, 19, 20, 27],
    'minimal minimal mild mild moderate moderate moderatelySevere moderatelySevere severe severe',
  ],
  [gad7, [0, 4, 5, 9, 10, 14, 15, 21], 'minimal minimal mild mild moderate moderate severe severe'],
  [pcl5, [0, 30, 31, 80], 'belowCut belowCut fromCut fromCut'],
] as const)('$title has its bands', (one, totals, bands) => {
  expect(totals.map((total) => bandAt(one, total)).join(' ')).toBe(bands);
});

it('PHQ-9: only its last question above zero is told of', () => {
  expect(phq9.questions.at(-1)?.id).toBe('betterOffDead');
  expect([null, 0, 1, 3].map((answer) => needsTalk('phq9', 'betterOffDead', answer))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(needsTalk('phq9', 'down', 3)).toBe(false);
  expect(needsTalk('gad7', 'betterOffDead', 3)).toBe(false);
});

it('each has words for every question and every answer', () => {
  for (const { id, questions, highestAnswer } of all) {
    expect(new Set(wordings[id].questions).size).toBe(questions.length);
    expect(new Set(wordings[id].answers).size).toBe(highestAnswer + 1);
  }
});

it('PCL-5: each cluster has to have its own', () => {
  const answered = (marked: readonly number[]): Answers =>
    Object.fromEntries(pcl5.questions.map(({ id }, index) => [id, marked.includes(index + 1) ? 2 : 1]));
  expect(meetsClusters(answered([5, 7, 8, 14, 15, 20]))).toBe(true);
  for (const without of [5, 7, 8, 15])
    expect(meetsClusters(answered([5, 7, 8, 14, 15, 20].filter((question) => question !== without)))).toBe(false);
  expect(meetsClusters({ q1: 4 })).toBeNull();
});

it.each([
  [phq9, 15, 10, 'better'],
  [phq9, 15, 11, 'similar'],
  [gad7, 8, 12, 'worse'],
  [pcl5, 52, 43, 'similar'],
  [pcl5, 52, 42, 'better'],
] as const)('$title from %d to %d is %s', (one, before, after, change) => {
  expect(changeBetween(one, before, after)).toBe(change);
});
