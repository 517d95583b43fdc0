import { describe, expect, it } from 'vitest';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { can } from '../../../shared/session/can.ts';
import { lifeMs } from '../../../shared/session/life.ts';
import { isQuiet } from '../../../shared/session/quiet.ts';
import { dueReadings } from '../../../shared/session/due.ts';
import { FakeClock, MINUTE } from '../../helpers/fake-clock.ts';
import { calm, TestRoom } from '../../helpers/session-builder.ts';

const SURE = ['savedAlready', 'systolicJump', 'diastolicJump'];

function read(room: TestRoom, systolic = 120): string {
  const readingId = room.id();
  const takenAt = room.clock.now().wallMs;
  room.do({ type: 'takeReading', readingId, parts: { ...calm, systolic }, takenAt, confirmed: SURE });
  return readingId;
}

const last = (room: TestRoom) => room.session.readings.at(-1);
const quietNow = (room: TestRoom) => isQuiet(room.session, room.protocol, lifeMs(room.session, room.clock.now()));

function quietRoom(fromMs: number, toMs: number): TestRoom {
  const protocol = defaultProtocol(0, 'Clinic');
  const readingRules = { ...protocol.readingRules, quietPhase: { fromMs, toMs } };
  return new TestRoom(new FakeClock(), { ...protocol, readingRules }).started();
}

describe('quiet mode', () => {
  it('is on in the protocol’s quiet phase, and as somebody sets it from then on, with who and when', () => {
    const room = quietRoom(10 * MINUTE, 20 * MINUTE);
    expect(quietNow(room)).toBe(false);
    expect(room.refusal({ type: 'setQuiet', on: false })).toBe('quiet.same');
    room.run(10 * MINUTE, MINUTE);
    expect(quietNow(room)).toBe(true);
    room.do({ type: 'setQuiet', on: false });
    expect(room.session.quiet).toEqual({ on: false, at: room.clock.now().wallMs, author: room.author });
    room.do({ type: 'setQuiet', on: true }).run(15 * MINUTE, MINUTE);
    expect(quietNow(room)).toBe(true);
  });

  it('is not there before the start, and not set at the locked screen', () => {
    expect(can(new TestRoom().prepared().session).setQuiet).toBe(false);
    const room = new TestRoom().started();
    room.author = { kind: 'unsigned' };
    expect(room.refusal({ type: 'setQuiet', on: true })).toBe('session.signInFirst');
  });

  it('saves an extra reading like any other and asks why, once; the reason stays in the record', () => {
    const room = new TestRoom().started().run(9 * MINUTE, MINUTE);
    read(room);
    room.do({ type: 'setQuiet', on: true }).run(2 * MINUTE, MINUTE);
    const readingId = read(room, 131);
    expect(last(room)).toMatchObject({ outside: true, dueId: null });
    expect(can(room.session).explainReading).toBe(true);
    room.do({ type: 'explainReading', readingId, reason: 'Looks unwell' });
    expect(last(room)).toMatchObject({ explained: { reason: 'Looks unwell' } });
    expect(can(room.session).explainReading).toBe(false);
    expect(room.refusal({ type: 'explainReading', readingId, reason: 'again' })).toBe('session.notNow');
  });

  it('asks nothing about what is due, proposed, or a further value in a due reading’s window; the schedule stays due', () => {
    const room = new TestRoom().started().do({ type: 'setQuiet', on: true });
    room.run(5 * MINUTE, MINUTE);
    expect(dueReadings(room.session, room.protocol, room.clock.now())[0]?.state).toBe('due');
    read(room, 184);
    expect(last(room)).toMatchObject({ dueId: 'start-5' });
    read(room, 150);
    expect(last(room)).not.toHaveProperty('outside');
    room.run(4 * MINUTE, MINUTE);
    read(room, 186);
    expect(last(room)).toHaveProperty('outside');
    const red = new TestRoom()
      .started()
      .do({ type: 'setQuiet', on: true })
      .run(5 * MINUTE, MINUTE);
    read(red, 184);
    red.run(5 * MINUTE, MINUTE);
    read(red, 150);
    expect(last(red)).not.toHaveProperty('outside');
  });

  it('a reason given at the locked screen that nobody signs for is asked for again', () => {
    const room = new TestRoom().started().do({ type: 'setQuiet', on: true }).run(MINUTE, MINUTE);
    const readingId = read(room);
    const author = room.author;
    room.author = { kind: 'unsigned' };
    room.do({ type: 'explainReading', readingId, reason: 'Doctor asked' });
    room.author = author;
    room.do({ type: 'disown', seqs: [room.session.seq], reason: 'not mine' });
    expect(last(room)).not.toHaveProperty('explained');
    expect(can(room.session).explainReading).toBe(true);
  });
});
