import { describe, expect, it } from 'vitest';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import type { CheckItem } from '../../../shared/protocol/check-item.ts';
import { startBlockers } from '../../../shared/session/blockers.ts';
import { FakeClock } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

/** A room of a clinic whose list has these changes by item. */
function roomWith(changes: Readonly<Record<string, Partial<CheckItem>>>): TestRoom {
  const protocol = defaultProtocol(0, 'Clinic');
  const preChecks = protocol.preChecks.map((item) => ({ ...item, ...changes[item.id] }));
  return new TestRoom(new FakeClock(), { ...protocol, preChecks });
}

const codes = (room: TestRoom) =>
  startBlockers(room.session, room.protocol, room.session.life.ms).map(({ key }) => key);
const answer = (itemId: string, given: 'done' | 'yes' | 'no', value: string | null = null) =>
  ({ type: 'answerCheck', list: 'preChecks', itemId, answer: given, value }) as const;

describe('an item that hangs on another', () => {
  it('blocks only while it is asked', () => {
    const room = new TestRoom().prepared();
    room.do({ ...answer('medicinesWhich', 'done'), answer: null });
    expect(codes(room)).toEqual([]);
    room.do(answer('medicinesToday', 'yes'));
    expect(codes(room)).toEqual(['checkOpen:medicinesWhich']);
    room.do(answer('medicinesToday', 'no'));
    expect(codes(room)).toEqual([]);
  });
});

describe('the answer that stops', () => {
  it('blocks whether or not the item is required, and the prescriber may override it', () => {
    const room = roomWith({ maniaToday: { required: false } }).prepared();
    room.do(answer('maniaToday', 'yes'));
    expect(codes(room)).toEqual(['checkYes:maniaToday']);
    room.do({ type: 'override', reason: 'seen', by: { kind: 'prescriber', staffId: 'lindqvist', pin: '1234' } });
    expect(codes(room)).toEqual([]);
  });
});

describe('a second person', () => {
  const room = () => roomWith({ emergencyKit: { secondPerson: true } }).prepared();
  const sign = (checkerId: string) =>
    ({ type: 'signCheck', list: 'preChecks', itemId: 'emergencyKit', checkerId, pin: '1234' }) as const;

  it('is somebody else, and signs for an answer that stands', () => {
    const here = room();
    expect(codes(here)).toEqual(['checkUnsigned:emergencyKit']);
    expect(here.refusal(sign('alvarez'))).toBe('check.sameChecker');
    here.do(sign('okafor'));
    expect(codes(here)).toEqual([]);
    expect(here.session.checks.preChecks['emergencyKit']?.checkerId).toBe('okafor');
    here.do({ ...answer('emergencyKit', 'done'), answer: null });
    expect(here.refusal(sign('okafor'))).toBe('check.notAnswered');
  });

  it('signs again once the answer has changed', () => {
    const here = room().do(sign('okafor'));
    here.do(answer('emergencyKit', 'done'));
    expect(codes(here)).toEqual(['checkUnsigned:emergencyKit']);
  });
});

describe('one press for a group', () => {
  it('answers what is open and may go together, item by item in the record', () => {
    const room = new TestRoom().do({ type: 'beginPreChecks' });
    room.do(answer('maskReady', 'done'));
    const before = room.events.length;
    room.do({ type: 'answerGroup', list: 'preChecks', group: 'comfort' });
    expect(room.events.slice(before).map(({ body }) => body.type === 'checkAnswered' && body.itemId)).toEqual([
      ...['headphonesCharged', 'blanketReady', 'phoneQuiet'],
    ]);
    expect(room.refusal({ type: 'answerGroup', list: 'preChecks', group: 'comfort' })).toBe('check.nothingOpen');
    expect(room.refusal({ type: 'answerGroup', list: 'preChecks', group: 'safety' })).toBe('check.nothingOpen');
    expect(room.refusal({ type: 'answerGroup', list: 'recovery', group: 'leaving' })).toBe('session.notNow');
  });
});

describe('a value', () => {
  it('is kept in its own form, or refused', () => {
    const room = new TestRoom().do({ type: 'beginPreChecks' });
    const weight = (value: string) => ({ ...answer('weightToday', 'done', value), answer: 'value' as const });
    room.do(weight('72,5'));
    expect(room.session.checks.preChecks['weightToday']?.value).toBe('72.5 kg');
    expect(room.refusal(weight('725'))).toBe('check.value');
  });
});
