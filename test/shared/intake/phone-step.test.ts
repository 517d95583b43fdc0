import { expect, test } from 'vitest';
import { phoneStepNow } from '../../../shared/intake/phone-step.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, TestRoom } from '../../helpers/session-builder.ts';

test('the phone is prompted for at its moments: ready, start, play on, softer before a reading, stop after the hour', () => {
  const room = new TestRoom();
  const step = () => phoneStepNow(room.session, room.protocol, room.clock.now());
  expect(step()).toBe('flight');
  room.prepared();
  expect(step()).toBe('start');
  room.do({ type: 'start', agoMs: 0 });
  expect(step()).toBe('start');
  room.run(3 * MINUTE);
  expect(step()).toBe('on');
  room.run(1 * MINUTE + 30_000);
  expect(step()).toBe('softer');
  room.run(30_000).takeReading();
  room.run(1 * MINUTE);
  expect(step()).toBe('on');
  room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }).takeReading();
  expect(step()).toBe('stop');
  room.do({ type: 'beginRest' });
  expect(step()).toBe('on');
});

test('asked for in the middle of the hour, the phone is made ready and begun first; a reading comes before that', () => {
  const room = new TestRoom().started().run(6 * MINUTE);
  room.takeReading();
  const step = () => phoneStepNow(room.session, room.protocol, room.clock.now());
  expect(step()).toBe('on');
  room.do({ type: 'chooseNoMusic', wish: 'ownPhone' });
  expect(step()).toBe('flight');
  room.run(MINUTE);
  expect(step()).toBe('start');
  room.run(2 * MINUTE);
  expect(step()).toBe('on');
  room.run(5 * MINUTE + 30_000);
  room.do({ type: 'chooseNoMusic', wish: 'quiet' }).do({ type: 'chooseNoMusic', wish: 'ownPhone' });
  expect(step()).toBe('softer');
});

test('asked for in recovery it is not stopped before it was begun', () => {
  const room = new TestRoom().recovering();
  room.takeReading();
  const step = () => phoneStepNow(room.session, room.protocol, room.clock.now());
  expect(step()).toBe('stop');
  room.do({ type: 'chooseNoMusic', wish: 'ownPhone' });
  expect(step()).toBe('flight');
  room.run(3 * MINUTE);
  expect(step()).toBe('stop');
});

test('the repeat after a red reading asks for it softer as well', () => {
  const room = new TestRoom().started().run(6 * MINUTE);
  const takenAt = room.clock.now().wallMs;
  const parts = { ...calm, systolic: 186, diastolic: 112 };
  room.do({ type: 'takeReading', readingId: 'red', parts, takenAt, confirmed: ['systolicJump', 'diastolicJump'] });
  const step = () => phoneStepNow(room.session, room.protocol, room.clock.now());
  expect(step()).toBe('on');
  room.run((room.protocol.readingRules.repeatAfterRedMs ?? 0) - 30_000);
  expect(step()).toBe('softer');
});
