import { expect, it } from 'vitest';
import { stepsOf } from '../../../renderer/room/session/pre-checks/steps.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, TestRoom } from '../../helpers/session-builder.ts';

it('a baseline over the limit is there, and done only once the prescriber let it go', () => {
  const room = new TestRoom();
  const baseline = () => stepsOf(room.session, room.protocol).find(({ step }) => step === 'baseline');
  expect(baseline()).toMatchObject({ answered: 0, done: false });
  room.prepared().run(MINUTE);
  expect(baseline()).toMatchObject({ answered: 1, done: true });
  room.do({ type: 'acceptBaseline', readingId: room.takeReading({ ...calm, systolic: 145 }) });
  expect(baseline()).toMatchObject({ answered: 1, done: false });
  const by = { kind: 'prescriber', staffId: 'lindqvist', pin: '1234' } as const;
  room.do({ type: 'decideGate', decision: 'start', reason: 'seen, calm', by });
  expect(baseline()).toMatchObject({ answered: 1, done: true });
});
