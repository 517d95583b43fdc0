import { describe, expect, it } from 'vitest';
import { can } from '../../../shared/session/can.ts';
import { readingCall } from '../../../shared/session/reading-call.ts';
import { speakOffered } from '../../../shared/music/speak.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, TestRoom } from '../../helpers/session-builder.ts';

const offered = (room: TestRoom): boolean => speakOffered(room.session, room.protocol, room.clock.now());

/** A minute before the first reading is due, less what is named. */
function before(seconds: number): TestRoom {
  const room = new TestRoom().started();
  const [first] = room.protocol.dueReadings.filter((due) => due.from === 'start' && due.offsetMs > 0);
  return room.run(first!.offsetMs - seconds * 1000);
}

describe('speak is offered', () => {
  it('from a minute before a reading is due until it is taken', () => {
    const room = before(61);
    expect(offered(room)).toBe(false);
    expect(offered(room.run(1000))).toBe(true);
    expect(offered(room.run(MINUTE))).toBe(true);
    room.takeReading();
    expect(offered(room)).toBe(false);
  });

  it('not for a reading that is late, nor while the music is low, silent or waits', () => {
    const room = before(30);
    room.do({ type: 'lowerForVoice' });
    expect(offered(room)).toBe(false);
    room.do({ type: 'raiseAfterVoice' });
    expect(offered(room)).toBe(true);
    room.do({ type: 'silence' });
    expect(offered(room)).toBe(false);
    const late = before(0);
    const due = late.protocol.dueReadings.find(({ offsetMs }) => offsetMs > 0)!;
    expect(offered(late.run(due.windowMs))).toBe(true);
    expect(offered(late.run(2000))).toBe(false);
    expect(offered(new TestRoom().prepared())).toBe(false);
  });
});

describe('speak is offered before a reading that is proposed', () => {
  it('a minute before the repeat after a red one', () => {
    const room = new TestRoom().started().run(16 * MINUTE);
    const red = { ...calm, systolic: 186, diastolic: 112 };
    const takenAt = room.clock.now().wallMs;
    const confirmed = ['systolicJump', 'diastolicJump'];
    room.do({ type: 'takeReading', readingId: 'red', parts: red, takenAt, confirmed });
    const { repeatAfterRedMs } = room.protocol.readingRules;
    expect(offered(room.run((repeatAfterRedMs ?? 0) - 61_000))).toBe(false);
    expect(offered(room.run(1000))).toBe(true);
    expect(offered(room.run(2 * MINUTE))).toBe(true);
    expect(offered(room.run(5 * MINUTE))).toBe(false);
  });

  it('and not for what is left of one that nobody feels', () => {
    const room = before(0);
    const takenAt = room.clock.now().wallMs;
    room.do({
      type: 'takeReading',
      readingId: 'a',
      parts: { ...calm, spo2: null, pulse: null },
      takenAt,
      confirmed: [],
    });
    expect(readingCall(room.session, room.protocol, room.clock.now())?.missing).toContain('spo2');
    expect(offered(room)).toBe(false);
  });
});

describe('speak', () => {
  it('ends with a silence: the sound that comes back is whole', () => {
    const room = new TestRoom().started().do({ type: 'lowerForVoice' });
    expect(can(room.session).lowerForVoice).toBe(false);
    room.do({ type: 'silence' }).do({ type: 'restoreSound' });
    expect(room.session.music).toMatchObject({ underVoice: false, silent: false });
    expect(can(room.session).raiseAfterVoice).toBe(false);
  });

  it('works at the locked screen, and nobody has to sign for it', () => {
    const room = new TestRoom().started();
    room.author = { kind: 'unsigned' };
    room.do({ type: 'lowerForVoice' }).do({ type: 'raiseAfterVoice' });
    expect(room.session.unsigned).toEqual([]);
  });
});
