import { expect, test } from 'vitest';
import { answeredSheets, scoreTrends } from '../../../shared/review/scores.ts';
import type { Sheet } from '../../../shared/questionnaires/sheets.ts';
import { questionnaires } from '../../../shared/scales/questionnaires.ts';
import { alvarez } from '../../helpers/session-builder.ts';

/** A PHQ-9 with this answer to each of its first questions. */
function phq(sheetId: string, at: number, each: number, answered = 9): Sheet {
  const ids = questionnaires.phq9.questions.slice(0, answered).map(({ id }) => [id, each] as const);
  return {
    ...{ sheetId, questionnaire: 'phq9', by: 'patient', askedAt: at, author: alvarez },
    ...{ answers: Object.fromEntries(ids), skipped: [], answeredAt: at, ended: true },
  };
}

test('whole totals by their day, from sessions and between them; parts are counted and never scored', () => {
  const infusions = [{ sheets: [phq('b', 2_000, 1)] }, { sheets: [phq('a', 1_000, 2), phq('none', 500, 0, 0)] }];
  const trends = scoreTrends(answeredSheets(infusions, [{ sheets: [phq('part', 3_000, 3, 8), phq('c', 4_000, 1)] }]));
  expect(trends).toEqual([
    {
      questionnaire: 'phq9',
      points: [
        { sheetId: 'a', at: 1_000, total: 18, band: 'moderatelySevere' },
        { sheetId: 'b', at: 2_000, total: 9, band: 'mild' },
        { sheetId: 'c', at: 4_000, total: 9, band: 'mild' },
      ],
      parts: 1,
      change: { by: -9, kind: 'better' },
    },
  ]);
});

test('a single total has no change', () => {
  expect(scoreTrends([phq('a', 1_000, 1)])).toMatchObject([{ change: null, parts: 0 }]);
});
