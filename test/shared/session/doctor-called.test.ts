import { describe, expect, it } from 'vitest';
import { isWaiting, unsignedOrders } from '../../../shared/session/call-state.ts';
import { can } from '../../../shared/session/can.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { alvarez, lindqvist, TestRoom } from '../../helpers/session-builder.ts';

const who = { staffId: 'lindqvist', name: 'Dr. Lindqvist' };
const ordered = { text: 'Pause, repeat in 5 minutes', readBack: true } as const;
const called = (): TestRoom => new TestRoom().started().do({ type: 'callDoctor', callId: 'c1', agoMs: 0 });
const answer = { type: 'answerCall', callId: 'c1', who, said: null, order: null, agoMs: 0 } as const;

describe('a call for a doctor', () => {
  it('waits until it is answered, not reached or taken back, and each of these once', () => {
    const room = called().run(3 * MINUTE);
    expect(room.session.calls.filter(isWaiting)).toHaveLength(1);
    expect(room.refusal({ type: 'callDoctor', callId: 'c1', agoMs: 0 })).toBe('call.known');
    room.do({ ...answer, said: 'on my way', agoMs: MINUTE });
    const [call] = room.session.calls;
    expect(call?.answer).toMatchObject({ who, said: 'on my way', order: null });
    expect((call?.answer?.at ?? 0) - (call?.at ?? 0)).toBe(2 * MINUTE);
    room.do({ type: 'callDoctor', callId: 'c2', agoMs: 0 });
    expect(room.refusal(answer)).toBe('call.over');
    expect(room.refusal({ type: 'missCall', callId: 'nobody' })).toBe('call.unknown');
    room.do({ type: 'missCall', callId: 'c2' }).do({ type: 'callDoctor', callId: 'c3', agoMs: 0 });
    room.do({ type: 'takeBackCall', callId: 'c3' }).do({ type: 'callDoctor', callId: 'c4', agoMs: 0 });
    expect(room.refusal({ ...answer, callId: 'c3' })).toBe('call.takenBack');
    expect(room.session.calls.filter(isWaiting).map(({ callId }) => callId)).toEqual(['c4']);
  });

  it('is not answered before it was made', () => {
    expect(
      called()
        .run(MINUTE)
        .refusal({ ...answer, agoMs: 2 * MINUTE }),
    ).toBe('call.order');
  });

  it('brings an order that waits for that doctor’s own signature, also after the patient has left', () => {
    const room = new TestRoom().recovering().do({ type: 'callDoctor', callId: 'c1', agoMs: 0 });
    room.do({ ...answer, order: ordered });
    room.do({ type: 'finish', how: 'noEscort', escort: null, note: 'went alone', told: 'Dr. Lindqvist', agoMs: 0 });
    expect(can(room.session)).toMatchObject({ signCallOrder: true, callDoctor: false });
    const sign = { type: 'signCallOrder', callId: 'c1', pin: '1234' } as const;
    expect(room.refusal({ ...sign, staffId: 'okafor' })).toBe('call.otherDoctor');
    room.author = lindqvist;
    room.do({ ...sign, staffId: 'lindqvist' });
    expect(unsignedOrders(room.session)).toEqual([]);
    expect(room.refusal({ ...sign, staffId: 'lindqvist' })).toBe('session.notNow');
  });

  it('of a doctor from outside is signed by whichever prescriber stands for it', () => {
    const room = called().do({ ...answer, who: { staffId: null, name: 'Dr. Berg' }, order: ordered });
    room.do({ type: 'signCallOrder', callId: 'c1', staffId: 'lindqvist', pin: '1234' });
    expect(room.session.calls[0]?.answer?.order?.signedBy).toBe('lindqvist');
  });

  it('of a doctor who is away is signed for them, with a reason', () => {
    const room = called().do({ ...answer, order: ordered });
    const sign = { type: 'signCallOrder', callId: 'c1', staffId: 'okafor', pin: '1234' } as const;
    expect(room.refusal(sign)).toBe('call.otherDoctor');
    room.do({ ...sign, instead: 'on leave' });
    expect(room.session.calls[0]?.answer?.order?.signedBy).toBe('okafor');
  });

  it('is made on the locked screen; what was said and ordered takes a name', () => {
    const room = new TestRoom().started();
    room.author = { kind: 'unsigned' };
    room.do({ type: 'callDoctor', callId: 'c1', agoMs: 0 });
    expect(room.refusal(answer)).toBe('session.signInFirst');
    room.author = alvarez;
    room.do({ type: 'disown', seqs: [...room.session.unsigned], reason: 'not ours' });
    expect(room.session.calls.filter(isWaiting)).toEqual([]);
  });
});
