import { expect, test } from 'vitest';
import { isChoiceStep } from '../../../renderer/review/choice-step.ts';
import { openChoice } from '../../../shared/intake/choice.ts';
import type { SessionBody } from '../../../shared/session/event-bodies.ts';

const opened: SessionBody = { type: 'intakeOpened', language: 'en', ownFiles: null };
const kept = (by: 'patient' | 'staff'): SessionBody => ({ type: 'intakeKept', by, choice: openChoice('en') });

test('of the steps of a choice the short record keeps how it was left, each time the screen was handed over', () => {
  const bodies = [opened, kept('patient'), kept('patient'), kept('staff'), opened, kept('patient'), kept('patient')];
  const events = bodies.map((body) => ({ body }));
  expect(events.flatMap((_, index) => (isChoiceStep(events, index) ? [index] : []))).toEqual([1, 5]);
});
