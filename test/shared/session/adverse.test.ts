import { expect, it } from 'vitest';
import { can } from '../../../shared/session/can.ts';
import { standingAdverse } from '../../../shared/session/adverse-state.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const note = (adverseId: string, markId: string | null = null) =>
  ({ type: 'noteAdverseEvent', adverseId, severity: 'severe', what: 'Fainted', markId, agoMs: 2 * MINUTE }) as const;

it('an adverse event is a judgement with its moment; outcome and who was told follow, also after the end', () => {
  expect(can(new TestRoom().session).noteAdverseEvent).toBe(false);
  const room = new TestRoom().started().run(10 * MINUTE);
  room.do({ type: 'mark', markId: 'm', kind: 'dizziness', note: null, agoMs: 0 }).do(note('a', 'm')).do(note('b'));
  expect(room.session.adverse).toMatchObject([
    { markId: 'm', severity: 'severe', outcome: null, told: [], at: room.clock.now().wallMs - 2 * MINUTE },
    { markId: null },
  ]);
  expect(room.refusal(note('a'))).toBe('adverse.known');
  expect(room.refusal(note('c', 'nobody'))).toBe('mark.unknown');
  room.do({ type: 'stopPump', reason: 'distress', note: null, agoMs: 0 });
  const left = { escort: null, note: 'fainted', told: 'Dr. Lindqvist', agoMs: 0 };
  room.do({ type: 'finish', how: 'hospital', ...left }).run(MINUTE);
  room.do({ type: 'noteAdverseOutcome', adverseId: 'a', outcome: 'hospital', note: 'by ambulance' });
  room.do({ type: 'tellAdverseEvent', adverseId: 'a', who: 'Dr. Lindqvist', agoMs: MINUTE });
  expect(room.session.adverse[0]).toMatchObject({
    ...{ outcome: 'hospital', outcomeNote: 'by ambulance' },
    told: [{ who: 'Dr. Lindqvist', at: room.clock.now().wallMs - MINUTE }],
  });
});

it('withdrawn with a reason it stays in the record and counts for nothing', () => {
  const room = new TestRoom().started().do({ ...note('a'), agoMs: 0 });
  room.do({ type: 'withdrawAdverseEvent', adverseId: 'a', reason: 'entered twice' });
  expect(standingAdverse(room.session)).toEqual([]);
  expect(room.session.adverse).toMatchObject([{ withdrawn: 'entered twice' }]);
  expect(room.refusal({ type: 'tellAdverseEvent', adverseId: 'a', who: 'x', agoMs: 0 })).toBe('adverse.withdrawn');
  expect(room.refusal({ type: 'tellAdverseEvent', adverseId: 'z', who: 'x', agoMs: 0 })).toBe('adverse.unknown');
});
