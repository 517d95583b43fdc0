import { describe, expect, it } from 'vitest';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { finishBlockers, startBlockers } from '../../../shared/session/blockers.ts';
import { dueReadings } from '../../../shared/session/timeline.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom, alvarez, calm, lindqvist, order, parts } from '../../helpers/session-builder.ts';

const pin = '1234';
const codes = (room: TestRoom) =>
  startBlockers(room.session, room.protocol, room.session.life.ms).map((blocker) => blocker.code);
const byPrescriber = {
  type: 'override',
  reason: 'known white coat',
  by: { kind: 'prescriber', staffId: 'lindqvist', pin },
} as const;

describe('the start', () => {
  it('is blocked until everything is there', () => {
    const room = new TestRoom().do({ type: 'beginPreChecks' });
    expect(new Set(codes(room))).toEqual(new Set(['checkOpen', 'orderMissing', 'baselineMissing']));
    expect(room.refusal({ type: 'start', agoMs: 0 })).toBe('start.blocked');
    const ready = new TestRoom().prepared();
    expect(codes(ready)).toEqual([]);
  });

  it('is blocked by the answer that stops, and by an answer taken back', () => {
    const room = new TestRoom().prepared();
    room.do({ type: 'answerCheck', list: 'preChecks', itemId: 'suicidalToday', answer: 'yes', value: null });
    expect(codes(room)).toEqual(['checkYes']);
    room.do({ type: 'answerCheck', list: 'preChecks', itemId: 'suicidalToday', answer: null, value: null });
    expect(codes(room)).toEqual(['checkOpen']);
  });

  it('never goes without an order and its second check, whatever is overridden', () => {
    const room = new TestRoom().do({ type: 'beginPreChecks' }).do(byPrescriber);
    expect(codes(room)).toEqual(['orderMissing']);
    room.do({ type: 'enterOrder', order: { ...order, mg: 40 } });
    expect(codes(room)).toEqual(['orderUnchecked', 'orderMg', 'orderRate']);
    expect(room.refusal({ type: 'checkOrder', checkerId: 'alvarez', pin })).toBe('order.sameChecker');
    room.do({ type: 'checkOrder', checkerId: 'okafor', pin }).do(byPrescriber).do({ type: 'start', agoMs: 0 });
    expect(room.session.phase).toBe('infusing');
  });

  it('asks for the second check again after a changed order, and for its override', () => {
    const room = new TestRoom().prepared().do({ type: 'enterOrder', order: { ...order, mg: 40 } });
    expect(codes(room)).toContain('orderUnchecked');
    room.do({ type: 'checkOrder', checkerId: 'okafor', pin }).do(byPrescriber);
    expect(codes(room)).toEqual([]);
    room.do({ type: 'enterOrder', order: { ...order, mg: 41 } }).do({ type: 'checkOrder', checkerId: 'okafor', pin });
    expect(codes(room)).toEqual(['orderMg', 'orderRate']);
  });

  it('with a baseline over the gate waits for the prescriber; a telephone order waits for its signature', () => {
    const room = new TestRoom().prepared();
    const high = room.takeReading(parts({ ...calm, systolic: 146, diastolic: 88 }));
    room.do({ type: 'acceptBaseline', readingId: high });
    expect(codes(room)).toEqual(['baselineGate']);
    const by = { kind: 'telephone', prescriber: 'Dr. Lindqvist', at: room.clock.now().wallMs, readBack: true } as const;
    room.do({ type: 'override', reason: 'agreed by telephone', by });
    expect(codes(room)).toEqual([]);
    expect(room.session.override).toMatchObject({ signedBy: null, blockers: ['baselineGate:146/88'] });
    const higher = room.takeReading(parts({ ...calm, systolic: 162, diastolic: 88 }));
    room.do({ type: 'acceptBaseline', readingId: higher });
    expect(codes(room)).toEqual(['baselineGate']);
    room.author = lindqvist;
    room.do({
      type: 'signTelephoneOrder',
      staffId: 'lindqvist',
      pin,
      decisionSeq: room.session.telephoned[0]?.seq ?? 0,
    });
    expect(room.session.override?.signedBy).toBe('lindqvist');
  });

  it('has nothing to override when nothing blocks', () => {
    expect(new TestRoom().prepared().refusal(byPrescriber)).toBe('override.nothing');
  });
});

describe('checks', () => {
  it('take the answers of their kind only', () => {
    const room = new TestRoom().do({ type: 'beginPreChecks' });
    const answer = (itemId: string, given: 'done' | 'yes' | 'accepted' | 'value', value: string | null = null) =>
      ({ type: 'answerCheck', list: 'preChecks', itemId, answer: given, value }) as const;
    expect(room.refusal(answer('antiNausea', 'done'))).toBe('check.answer');
    expect(room.refusal(answer('escort', 'value', '  '))).toBe('check.value');
    expect(room.refusal(answer('nothing', 'done'))).toBe('check.unknown');
    expect(room.refusal({ type: 'answerCheck', list: 'recovery', itemId: 'ivOut', answer: 'done', value: null })).toBe(
      'session.notNow',
    );
    room.do(answer('antiNausea', 'accepted'));
    expect(room.session.checks.preChecks['antiNausea']).toMatchObject({ answer: 'accepted', author: alvarez });
  });
});

describe('readings', () => {
  const take = (room: TestRoom, given: Parameters<typeof parts>[0], confirmed: string[] = []) =>
    ({
      type: 'takeReading',
      readingId: room.id(),
      parts: parts(given),
      takenAt: room.clock.now().wallMs,
      confirmed,
    }) satisfies SessionCommand;

  it('that are unlikely are asked about, and confirmed by code', () => {
    const room = new TestRoom().started();
    const decision = room.ask(take(room, { systolic: 118, diastolic: 76, pulse: 182 }));
    expect(decision).toMatchObject({
      ok: false,
      code: 'reading.unlikely',
      field: 'pulse',
      params: { codes: 'pulseHigh', value: 182 },
    });
    expect(room.refusal(take(room, { systolic: 118, diastolic: 76, pulse: 182 }, ['systolicJump']))).toBe(
      'reading.unlikely',
    );
    room.do(take(room, { systolic: 118, diastolic: 76, pulse: 182 }, ['pulseHigh']));
  });

  it('that were saved a moment before are asked about: a second press', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const figures = { systolic: 124, diastolic: 78, spo2: 97, pulse: 80 };
    room.do(take(room, figures));
    expect(room.ask(take(room, figures))).toMatchObject({
      code: 'reading.unlikely',
      params: { codes: 'savedAlready' },
    });
    room.do(take(room, { ...figures, pulse: 81 })).do(take(room, figures, ['savedAlready']));
    room.run(2 * MINUTE).do(take(room, figures));
    // Amended to the figures of its neighbour, it was no second press.
    const readingId = room.takeReading(parts({ ...figures, pulse: 90 }));
    const takenAt = room.clock.now().wallMs;
    room.do({ type: 'amendReading', readingId, parts: parts(figures), takenAt, reason: 'typing', confirmed: [] });
  });

  it('keep when they were typed, where somebody says that they were taken earlier', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const typedAt = room.clock.now().wallMs;
    room.do({ ...take(room, { spo2: 97 }), takenAt: typedAt - 2 * MINUTE, typedAt });
    expect(room.session.readings.at(-1)).toMatchObject({ takenAt: typedAt - 2 * MINUTE, typedAt });
    room.do({ ...take(room, { spo2: 96 }), typedAt });
    expect(room.bodies('readingTaken').at(-1)).not.toHaveProperty('typedAt');
    expect(room.refusal({ ...take(room, { spo2: 95 }), typedAt: typedAt + MINUTE })).toBe('time.future');
  });

  it('tell sedation on either scale, symptoms, position and arm; position and arm alone are none', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const told = parts({ sedation: { kind: 'moaas', value: 4 }, symptoms: [], position: 'lying', arm: 'leftArm' });
    room.do(take(room, told));
    expect(room.session.readings.at(-1)?.parts).toEqual(told);
    expect(room.refusal(take(room, { position: 'sitting', arm: 'rightArm' }))).toBe('reading.empty');
    room.do(take(room, { symptoms: ['chestPain', 'headache'] }));
  });

  it('answer the schedule: early in the window, late, one each', () => {
    const room = new TestRoom().started().run(2 * MINUTE + 1000);
    room.do(take(room, calm));
    expect(room.session.readings.at(-1)?.dueId).toBe('start-5');
    room.do(take(room, { spo2: 96 }));
    expect(room.session.readings.at(-1)?.dueId).toBeNull();
    room.run(18 * MINUTE);
    const states = () => dueReadings(room.session, room.protocol, room.clock.now()).map((due) => due.state);
    expect(states().slice(0, 3)).toEqual(['taken', 'late', 'upcoming']);
    room.do({
      type: 'readingNotObtained',
      readingId: room.id(),
      dueId: 'start-15',
      reason: 'asleep',
      takenAt: room.clock.now().wallMs,
    });
    expect(states().slice(0, 3)).toEqual(['taken', 'notObtained', 'upcoming']);
    room.run(17 * MINUTE);
    expect(states()).toEqual([
      'taken',
      'notObtained',
      'lapsed',
      'soon',
      'upcoming',
      'upcoming',
      'upcoming',
      'upcoming',
    ]);
  });

  it('withdrawn count for nothing, and leave their place open', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const id = room.takeReading();
    room.do({ type: 'withdrawReading', readingId: id, reason: 'wrong cuff' });
    expect(dueReadings(room.session, room.protocol, room.clock.now())[0]?.state).toBe('due');
    expect(room.refusal({ type: 'withdrawReading', readingId: id, reason: 'again' })).toBe('reading.withdrawn');
  });

  it('amended keep what was first written', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const id = room.takeReading(parts({ systolic: 128, diastolic: 76 }));
    const taken = room.session.readings.at(-1)?.takenAt ?? 0;
    const fixed = parts({ systolic: 138, diastolic: 76 });
    room.do({
      type: 'amendReading',
      readingId: id,
      parts: fixed,
      takenAt: taken - MINUTE,
      reason: 'typing',
      confirmed: [],
    });
    expect(room.session.readings.at(-1)).toMatchObject({
      parts: fixed,
      sessionMs: 4 * MINUTE,
      originals: [{ parts: { systolic: 128 }, takenAt: taken, reason: 'typing' }],
    });
  });

  it('cannot be taken in the future, nor after the patient left', () => {
    const room = new TestRoom().finished().run(10 * MINUTE);
    const at = (ms: number) => ({ ...take(room, { spo2: 97 }), takenAt: room.clock.now().wallMs + ms });
    expect(room.refusal(at(MINUTE))).toBe('time.future');
    expect(room.refusal(at(0))).toBe('time.afterLeaving');
    expect(room.ask(at(-15 * MINUTE)).ok).toBe(true);
  });
});

describe('the locked screen', () => {
  it('takes what cannot wait, marks it, and lets it be claimed or refused', () => {
    const room = new TestRoom().started();
    room.author = { kind: 'unsigned' };
    expect(room.refusal({ type: 'finish', how: 'fit', escort: null, note: null, agoMs: 0 })).toBe(
      'session.signInFirst',
    );
    const reading = room.takeReading();
    room.do({ type: 'mark', markId: 'm1', kind: 'nausea', note: null, agoMs: 0 }).do({ type: 'soften' });
    room.do({ type: 'beginEmergency' });
    expect(room.session.unsigned).toHaveLength(3);
    room.author = alvarez;
    const [first = 0, second = 0] = room.session.unsigned;
    room.do({ type: 'claim', seqs: [first] }).do({ type: 'disown', seqs: [second], reason: 'not ours' });
    expect(room.session.unsigned).toHaveLength(1);
    expect(room.session.readings.find((entry) => entry.readingId === reading)?.author).toEqual(alvarez);
    expect(room.session.marks[0]?.takenBack).toBe(true);
    expect(room.refusal({ type: 'claim', seqs: [first] })).toBe('claim.unknown');
  });
});

describe('leaving', () => {
  it('as fit waits for the stay, the score, the checks and the dose', () => {
    const room = new TestRoom().recovering();
    const open = finishBlockers(room.session, room.protocol, room.clock.now()).map((blocker) => blocker.code);
    expect(new Set(open)).toEqual(new Set(['checkOpen', 'scoreMissing', 'doseMissing', 'stayShort']));
    expect(room.refusal({ type: 'finish', how: 'fit', escort: 'sister', note: null, agoMs: 0 })).toBe('finish.blocked');
  });

  it('otherwise is always possible', () => {
    for (const how of ['againstAdvice', 'hospital', 'noEscort'] as const) {
      const room = new TestRoom()
        .recovering()
        .do({ type: 'finish', how, escort: null, note: 'asked for', told: 'Dr. Lindqvist', agoMs: 0 });
      expect(room.session.finished?.how).toBe(how);
    }
  });

  it('as fit needs the name of the escort', () => {
    const room = new TestRoom()
      .recovering()
      .run(60 * MINUTE)
      .answerChecks('recovery');
    room.do({ type: 'recordDose', mgGiven: 36, mgDiscarded: 0, witness: null, note: null });
    const items = { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 1 };
    expect(room.refusal({ type: 'score', scale: 'aldrete', items: { activity: 2 }, judgement: 'fit' })).toBe(
      'score.items',
    );
    room.do({ type: 'score', scale: 'aldrete', items, judgement: 'notYet' });
    expect(finishBlockers(room.session, room.protocol, room.clock.now()).map(({ code }) => code)).toEqual([
      'judgementNotFit',
    ]);
    room.do({ type: 'score', scale: 'aldrete', items, judgement: 'fit' });
    expect(room.refusal({ type: 'finish', how: 'fit', escort: ' ', note: null, agoMs: 0 })).toBe('finish.escort');
    room.do({ type: 'finish', how: 'fit', escort: 'sister', note: null, agoMs: 0 });
    expect(room.session.phase).toBe('finished');
  });

  it('asks for a witness of what is discarded, other than who records it', () => {
    const room = new TestRoom().recovering();
    const dose = { type: 'recordDose', mgGiven: 30, mgDiscarded: 6, note: null } as const;
    expect(room.refusal({ ...dose, witness: null })).toBe('dose.witnessMissing');
    expect(room.refusal({ ...dose, witness: { staffId: 'alvarez', pin } })).toBe('dose.witnessSelf');
    room.do({ ...dose, witness: { staffId: 'okafor', pin } });
    expect(room.session.dose).toEqual({ mgGiven: 30, mgDiscarded: 6, witnessId: 'okafor' });
  });
});
