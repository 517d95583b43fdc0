import { expect, it } from 'vitest';
import { holderAt, holderOf } from '../../../shared/session/watch.ts';
import { alvarez, okafor, TestRoom } from '../../helpers/session-builder.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';

it('whoever made the session has the room until somebody takes over, at every minute', () => {
  const room = new TestRoom().started();
  expect(holderOf(room.session)).toBe('alvarez');
  expect(room.refusal({ type: 'takeRoom' })).toBe('room.held');
  room.run(10 * MINUTE);
  room.author = okafor;
  // An entry alone, signed by somebody else, changes nothing.
  room.takeReading();
  expect(holderOf(room.session)).toBe('alvarez');
  const before = room.session.life.ms;
  room.run(MINUTE).do({ type: 'takeRoom' });
  room.run(10 * MINUTE);
  room.author = alvarez;
  expect([before, room.session.life.ms].map((at) => holderAt(room.session, at))).toEqual(['alvarez', 'okafor']);
  room.do({ type: 'takeRoom' });
  expect(room.session.watch.map(({ staffId }) => staffId)).toEqual(['alvarez', 'okafor', 'alvarez']);
});

it('the locked screen takes no room', () => {
  const room = new TestRoom().started();
  room.author = { kind: 'unsigned' };
  expect(room.refusal({ type: 'takeRoom' })).toBe('session.signInFirst');
});
