import { describe, expect, it } from 'vitest';
import { startBlockers } from '../../../shared/session/blockers.ts';
import { can } from '../../../shared/session/can.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { lifeMs } from '../../../shared/session/life.ts';
import { restLeftMs } from '../../../shared/session/gate-state.ts';
import { hasOwnOrder } from '../../../shared/session/sign-missing.ts';
import { unsignedDecisions } from '../../../shared/session/telephone-state.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, TestRoom } from '../../helpers/session-builder.ts';

const codes = (room: TestRoom) =>
  startBlockers(room.session, room.protocol, lifeMs(room.session, room.clock.now())).map(({ code }) => code);

/** Everything is done, and the baseline lies over the limit. */
function overTheLimit(): { readonly room: TestRoom; readonly readingId: string } {
  const room = new TestRoom().prepared().run(MINUTE);
  const readingId = room.takeReading({ ...calm, systolic: 145 });
  return { room: room.do({ type: 'acceptBaseline', readingId }), readingId };
}

const decide = (decision: 'start' | 'wait' | 'notToday'): SessionCommand => ({
  type: 'decideGate',
  decision,
  reason: 'seen, calm',
  by: { kind: 'prescriber', staffId: 'lindqvist', pin: '1234' },
});

describe('a baseline over the limit', () => {
  it('blocks; after a rest another try may be the baseline, and every try stays, with its cuff', () => {
    const { room, readingId } = overTheLimit();
    expect(codes(room)).toEqual(['baselineGate']);
    room.do({ type: 'beginBaselineRest' });
    expect(room.session.baselineRest?.restMs).toBe(room.protocol.readingRules.baselineRestMs);
    room.run(5 * MINUTE);
    const again = room.takeReading({ ...calm, systolic: 134, arm: 'leftArm' });
    room.do({ type: 'noteCuff', readingId: again, cuff: 'large' }).do({ type: 'acceptBaseline', readingId: again });
    expect(codes(room)).toEqual([]);
    expect(room.session.readings.map((reading) => reading.readingId)).toContain(readingId);
    expect(room.session.cuffs).toEqual({ [again]: 'large' });
    expect(room.refusal(decide('start'))).toBe('gate.within');
  });

  it('rests until the time is up, and the try is then wanted until there is one', () => {
    const { room } = overTheLimit();
    const left = () => restLeftMs(room.session, lifeMs(room.session, room.clock.now()));
    expect(left()).toBeNull();
    room.do({ type: 'beginBaselineRest' });
    const { baselineRestMs } = room.protocol.readingRules;
    expect(left()).toBe(baselineRestMs);
    expect((room.run(MINUTE), left())).toBe(baselineRestMs - MINUTE);
    expect((room.run(baselineRestMs), left())).toBe(0);
    room.takeReading({ ...calm, systolic: 144 });
    expect(left()).toBeNull();
    expect((room.do({ type: 'beginBaselineRest' }), left())).toBe(baselineRestMs);
  });

  it('start: the prescriber lets it go, for this baseline and no other, and it is in the record', () => {
    const { room, readingId } = overTheLimit();
    room.do(decide('start'));
    expect(room.session.gateDecisions).toMatchObject([{ readingId, decision: 'start', by: { staffId: 'lindqvist' } }]);
    expect(JSON.stringify(room.events)).not.toContain('1234');
    expect(codes(room)).toEqual([]);
    room.do({ type: 'acceptBaseline', readingId: room.takeReading({ ...calm, systolic: 155 }) });
    expect(codes(room)).toEqual(['baselineGate']);
  });

  it('wait: recorded, and it goes on blocking; not today: the session is over', () => {
    const { room } = overTheLimit();
    room.do(decide('wait'));
    expect(codes(room)).toEqual(['baselineGate']);
    room.do(decide('notToday'));
    expect(room.session).toMatchObject({ phase: 'notGiven', notGiven: { reason: 'seen, calm', postponed: true } });
  });
});

describe('other figures of a baseline', () => {
  it.each([
    [{ spo2: 91 }, 'baselineGateSpo2', { value: 91, limit: 94, band: 'amber' }],
    [{ pulse: 152 }, 'baselineGatePulse', { value: 152, limit: 151, band: 'red' }],
    [{ sedation: { kind: 'rass', value: -3 } as const }, 'baselineGateRass', { value: -3, limit: -3, band: 'amber' }],
    [{ sedation: { kind: 'moaas', value: 2 } as const }, 'baselineGateMoaas', { value: 2, limit: 2, band: 'red' }],
  ])('%o blocks as well, with its limit; the same steps lead on', (figure, code, params) => {
    const room = new TestRoom().prepared().run(MINUTE);
    const readingId = room.id();
    const takenAt = room.clock.now().wallMs;
    const given = { ...calm, ...figure };
    room.do({ type: 'takeReading', readingId, parts: given, takenAt, confirmed: ['savedAlready', 'pulseJump'] });
    room.do({ type: 'acceptBaseline', readingId });
    const found = startBlockers(room.session, room.protocol, lifeMs(room.session, room.clock.now()));
    expect(found).toMatchObject([{ code, params, overridable: true }]);
    room.do({ type: 'beginBaselineRest' }).do(decide('start'));
    expect(codes(room)).toEqual([]);
  });

  it('each is an obstacle of its own: one that comes later blocks again; “not roused” is in no band', () => {
    const room = new TestRoom().prepared().run(MINUTE);
    const resting = { ...calm, sedation: { kind: 'notRoused' } as const };
    room.do({ type: 'acceptBaseline', readingId: room.takeReading({ ...resting, systolic: 145 }) });
    expect(codes(room)).toEqual(['baselineGate']);
    room.do(decide('start'));
    room.do({ type: 'acceptBaseline', readingId: room.takeReading({ ...resting, systolic: 145, spo2: 92 }) });
    expect(codes(room)).toEqual(['baselineGateSpo2']);
  });
});

describe('what the prescriber decides by telephone', () => {
  const said = (room: TestRoom) => ({
    ...({ kind: 'telephone', prescriber: 'Dr. Lindqvist', readBack: true } as const),
    at: room.clock.now().wallMs,
  });
  const sign = (decisionSeq: number): SessionCommand => ({
    ...{ type: 'signTelephoneOrder', staffId: 'lindqvist', pin: '1234', decisionSeq },
  });

  it('waits for a signature, each by itself: a later one makes none vanish', () => {
    const { room } = overTheLimit();
    room.do({ type: 'decideGate', decision: 'wait', reason: 'rest first', by: said(room) });
    room.run(MINUTE).do({ type: 'decideGate', decision: 'start', reason: 'calm now', by: said(room) });
    room.do({ type: 'acceptBaseline', readingId: room.takeReading({ ...calm, systolic: 155 }) }).run(MINUTE);
    room.do({ type: 'override', reason: 'all the same', by: said(room) });
    expect(unsignedDecisions(room.session).map(({ what }) => what)).toEqual(['wait', 'start', 'override']);
    const [wait, start, override] = room.session.telephoned.map(({ seq }) => seq);
    room.do(sign(start ?? 0));
    expect(room.session.override?.signedBy).toBeNull();
    expect(room.refusal(sign(start ?? 0))).toBe('call.signed');
    expect(room.refusal(sign(1))).toBe('call.noOrder');
    room.do(sign(override ?? 0));
    expect(room.session.override?.signedBy).toBe('lindqvist');
    room.do(sign(wait ?? 0));
    expect(can(room.session).signTelephoneOrder).toBe(false);
  });

  it('of a prescriber on the staff list is signed by them, or for them with a reason; of one from outside by any', () => {
    const { room } = overTheLimit();
    const known = { ...said(room), staffId: 'lindqvist' };
    room.do({ type: 'decideGate', decision: 'wait', reason: 'rest first', by: known });
    room.do({ type: 'override', reason: 'calm now', by: known });
    expect([hasOwnOrder(room.session, 'lindqvist'), hasOwnOrder(room.session, 'okafor')]).toEqual([true, false]);
    room.do({ type: 'override', reason: 'once more', by: { ...said(room), prescriber: 'Dr. Berg' } });
    const [wait, override, outside] = room.session.telephoned.map(({ seq }) => seq);
    const byOkafor = (seq: number | undefined) => ({ ...sign(seq ?? 0), staffId: 'okafor' }) as SessionCommand;
    expect(room.refusal(byOkafor(wait))).toBe('call.otherDoctor');
    room.do({ ...byOkafor(wait), instead: 'on leave until May' } as SessionCommand);
    room.do({ ...sign(override ?? 0), instead: 'not needed' } as SessionCommand).do(byOkafor(outside));
    expect(room.session.telephoned.map(({ signedBy }) => signedBy)).toEqual(['okafor', 'lindqvist', 'okafor']);
    const signed = room.events.findLast(
      ({ body }) => body.type === 'telephoneOrderSigned' && body.staffId === 'lindqvist',
    );
    expect(signed?.body).not.toHaveProperty('instead');
  });

  it('not today: waits although the session is over', () => {
    const { room } = overTheLimit();
    room.do({ type: 'decideGate', decision: 'notToday', reason: 'too high', by: said(room) });
    expect(room.session.phase).toBe('notGiven');
    room.do(sign(unsignedDecisions(room.session)[0]?.seq ?? 0));
    expect(unsignedDecisions(room.session)).toEqual([]);
  });
});

describe('the age of a baseline', () => {
  it('of more than 15 minutes at the start is asked for again; what counts is when the pump started', () => {
    const room = new TestRoom().prepared().run(15 * MINUTE);
    expect(codes(room)).toEqual([]);
    room.run(MINUTE);
    expect(codes(room)).toEqual(['baselineOld']);
    expect(room.refusal({ type: 'start', agoMs: 0 })).toBe('start.blocked');
    room.do({ type: 'start', agoMs: MINUTE });
    expect(room.session.phase).toBe('infusing');
  });

  it('is overridden for that baseline only', () => {
    const room = new TestRoom().prepared().run(16 * MINUTE);
    const by = { kind: 'prescriber', staffId: 'lindqvist', pin: '1234' } as const;
    room.do({ type: 'override', reason: 'calm', by });
    expect(codes(room)).toEqual([]);
  });
});
