import { expect, test } from 'vitest';
import { isMain } from '../../../shared/review/entry-kind.ts';
import { SAFETY } from '../../../shared/scales/phq9.ts';
import type { SessionBody } from '../../../shared/session/event-bodies.ts';

const answered = (question: string, answer: number | null): { readonly body: SessionBody } => ({
  body: { type: 'questionnaireAnswered', sheetId: 'sheet', question, answer },
});

test('of a questionnaire the short list has its begin and its sum, and the one answer that staff has to hear of', () => {
  expect(isMain({ body: { type: 'questionnaireAsked', sheetId: 's', questionnaire: 'phq9', by: 'patient' } })).toBe(
    true,
  );
  expect(isMain({ body: { type: 'questionnaireEnded', sheetId: 's' } })).toBe(true);
  expect([answered('sleep', 3), answered(SAFETY, 0), answered(SAFETY, null)].map(isMain)).toEqual([
    false,
    false,
    false,
  ]);
  expect(isMain(answered(SAFETY, 1))).toBe(true);
});
