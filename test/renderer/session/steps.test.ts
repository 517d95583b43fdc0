import { describe, expect, it } from 'vitest';
import { blockerLines, stepOf, stepsOf } from '../../../renderer/room/session/pre-checks/steps.ts';
import { startBlockers } from '../../../shared/session/blockers.ts';
import { goodAnswer } from '../../helpers/check-answers.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const begun = () => new TestRoom().do({ type: 'beginPreChecks' });

describe('the steps before the start', () => {
  it('stand in the order of the checklist, then order, baseline, wishes', () => {
    const { session, protocol } = begun();
    expect(stepsOf(session, protocol).map(({ step }) => step)).toEqual([
      ...['person', 'safety', 'line', 'comfort'],
      ...['order', 'baseline', 'wishes'],
    ]);
  });

  it('are done when nothing required is open, optional items or not', () => {
    const room = begun();
    const line = room.protocol.preChecks.filter((item) => item.group === 'line');
    for (const item of line.filter((candidate) => candidate.required)) {
      const answer = goodAnswer(item, room.clock.now().wallMs);
      room.do({ type: 'answerCheck', list: 'preChecks', itemId: item.id, ...answer });
    }
    const found = stepsOf(room.session, room.protocol).find(({ step }) => step === 'line');
    expect(found).toMatchObject({ done: true });
    expect(found?.answered).toBeLessThan(found?.of ?? 0);
  });

  it('count an item that hangs on another only once it is asked', () => {
    const room = begun();
    const of = () => stepsOf(room.session, room.protocol).find(({ step }) => step === 'safety')?.of;
    const before = of() ?? 0;
    room.do({ type: 'answerCheck', list: 'preChecks', itemId: 'medicinesToday', answer: 'yes', value: null });
    expect(of()).toBe(before + 1);
  });

  it('are all done once the session is prepared', () => {
    const { session, protocol } = new TestRoom().prepared();
    const open = stepsOf(session, protocol).filter((state) => !state.done && state.step !== 'wishes');
    expect(open).toEqual([]);
  });
});

describe('what blocks the start', () => {
  it('is listed in few lines, and every blocker is in one of them', () => {
    const { session, protocol } = begun();
    const blockers = startBlockers(session, protocol, session.life.ms);
    const lines = blockerLines(blockers, protocol);
    const counted = lines.reduce((sum, line) => sum + (line.kind === 'open' ? line.count : 1), 0);
    expect(counted).toBe(blockers.length);
    expect(lines.length).toBeLessThan(8);
  });

  it('names a single open item, and leads to where it can be answered', () => {
    const room = begun().answerChecks('preChecks');
    room.do({ type: 'answerCheck', list: 'preChecks', itemId: 'bladderAt', answer: null, value: null });
    const lines = blockerLines(startBlockers(room.session, room.protocol, room.session.life.ms), room.protocol);
    expect(lines[0]).toMatchObject({ kind: 'one', step: 'comfort', blocker: { params: { itemId: 'bladderAt' } } });
    expect(lines.map((line) => line.step)).toEqual(['comfort', 'order', 'baseline']);
  });

  it('names an answer that stops before everything that is open', () => {
    const room = begun();
    room.do({ type: 'answerCheck', list: 'preChecks', itemId: 'suicidalToday', answer: 'yes', value: null });
    const [first] = blockerLines(startBlockers(room.session, room.protocol, room.session.life.ms), room.protocol);
    expect(first).toMatchObject({ kind: 'one', blocker: { key: 'checkYes:suicidalToday' } });
  });

  it('leads to order and baseline by their own codes', () => {
    const { protocol } = begun();
    const blocker = { key: '', params: {}, overridable: true };
    expect(stepOf({ ...blocker, code: 'orderMg' }, protocol)).toBe('order');
    expect(stepOf({ ...blocker, code: 'baselineGate' }, protocol)).toBe('baseline');
  });
});
