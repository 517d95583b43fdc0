import { describe, expect, it } from 'vitest';
import { blockerLines, stepOf, stepsOf } from '../../../renderer/room/session/pre-checks/steps.ts';
import { startBlockers } from '../../../shared/session/blockers.ts';
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
    const person = room.protocol.preChecks.filter((item) => item.group === 'person');
    for (const item of person.filter((candidate) => candidate.required)) {
      const answer = item.answer === 'value' ? 'value' : 'done';
      room.do({ type: 'answerCheck', list: 'preChecks', itemId: item.id, answer, value: 'seen' });
    }
    const [first] = stepsOf(room.session, room.protocol);
    expect(first).toMatchObject({ step: 'person', done: true });
    expect(first?.answered).toBeLessThan(first?.of ?? 0);
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
    const blockers = startBlockers(session, protocol);
    const lines = blockerLines(blockers, protocol);
    const counted = lines.reduce((sum, line) => sum + (line.kind === 'open' ? line.count : 1), 0);
    expect(counted).toBe(blockers.length);
    expect(lines.length).toBeLessThan(8);
  });

  it('names a single open item, and leads to where it can be answered', () => {
    const room = begun().answerChecks('preChecks');
    room.do({ type: 'answerCheck', list: 'preChecks', itemId: 'bladder', answer: null, value: null });
    const lines = blockerLines(startBlockers(room.session, room.protocol), room.protocol);
    expect(lines[0]).toMatchObject({ kind: 'one', step: 'comfort', blocker: { params: { itemId: 'bladder' } } });
    expect(lines.map((line) => line.step)).toEqual(['comfort', 'order', 'baseline']);
  });

  it('leads to order and baseline by their own codes', () => {
    const { protocol } = begun();
    const blocker = { key: '', params: {}, overridable: true };
    expect(stepOf({ ...blocker, code: 'orderMg' }, protocol)).toBe('order');
    expect(stepOf({ ...blocker, code: 'baselineGate' }, protocol)).toBe('baseline');
  });
});
