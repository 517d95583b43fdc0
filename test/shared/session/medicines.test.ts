import { expect, it } from 'vitest';
import { can } from '../../../shared/session/can.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { alvarez, TestRoom } from '../../helpers/session-builder.ts';

const ondansetron = { drug: 'Ondansetron', dose: '4 mg', route: 'IV' } as const;
const decline = { type: 'declineMedication', medicationId: 'a', ...ondansetron, agoMs: 0 } as const;
const give = {
  type: 'giveMedication',
  medicationId: 'b',
  ...ondansetron,
  checkedBy: null,
  orderedBy: 'Dr. Lindqvist',
  agoMs: 2 * MINUTE,
} as const;

it('a medicine that was offered and declined is a fact with its time, and never counts as given', () => {
  const room = new TestRoom()
    .started()
    .run(5 * MINUTE)
    .do(decline);
  expect(room.session.declined).toMatchObject([{ drug: 'Ondansetron', at: room.clock.now().wallMs }]);
  expect(room.session.medications).toEqual([]);
  room.do(give);
  expect(room.session.medications).toMatchObject([{ orderedBy: 'Dr. Lindqvist' }]);
  expect(room.session.medications[0]?.at).toBe(room.clock.now().wallMs - 2 * MINUTE);
  expect(room.refusal({ ...give, medicationId: 'a' })).toBe('medication.known');
  expect(room.refusal({ ...decline, medicationId: 'b' })).toBe('medication.known');
  expect(can(new TestRoom().session)).toMatchObject({ giveMedication: false, declineMedication: false });
});

it('what was entered on the locked screen and is refused afterwards was neither given nor declined', () => {
  const room = new TestRoom().started();
  room.author = { kind: 'unsigned' };
  room.do(decline).do({ ...give, agoMs: 0 });
  room.author = alvarez;
  room.do({ type: 'disown', seqs: [...room.session.unsigned], reason: 'not ours' });
  expect([room.session.medications, room.session.declined]).toEqual([[], []]);
  expect(room.bodies('medicationGiven')).toHaveLength(1);
});

it('a slip is taken back by one press for seconds, later with a reason; both stay in the record and totals follow', () => {
  const room = new TestRoom().started().do(give).do(decline);
  room.do({ type: 'takeBackMedication', medicationId: 'a' });
  room.run(20_000);
  expect(room.refusal({ type: 'takeBackMedication', medicationId: 'b' })).toBe('medication.tooLate');
  room.do({ type: 'withdrawMedication', medicationId: 'b', reason: 'another patient' });
  expect([room.session.medications, room.session.declined]).toEqual([[], []]);
  expect(room.session.withdrawnMedicines).toMatchObject([
    { medicine: { medicationId: 'a' }, reason: null },
    { medicine: { medicationId: 'b' }, reason: 'another patient' },
  ]);
  expect(room.bodies('medicationGiven')).toHaveLength(1);
  expect(room.refusal({ type: 'withdrawMedication', medicationId: 'b', reason: 'again' })).toBe('medication.withdrawn');
  expect(room.refusal({ type: 'withdrawMedication', medicationId: 'c', reason: 'none' })).toBe('medication.unknown');
  expect(room.refusal(give)).toBe('medication.known');
});

it('taken back on the locked screen by nobody, it counts again', () => {
  const room = new TestRoom().started().do({ ...give, agoMs: 0 });
  room.author = { kind: 'unsigned' };
  room.do({ type: 'takeBackMedication', medicationId: 'b' });
  room.author = alvarez;
  room.do({ type: 'disown', seqs: [...room.session.unsigned], reason: 'not ours' });
  expect(room.session.medications).toMatchObject([{ medicationId: 'b' }]);
  expect(room.session.withdrawnMedicines).toEqual([]);
});

it('a second person signs for what was given, once, and is somebody else', () => {
  const room = new TestRoom().started().do(give).do(decline);
  const check = (medicationId: string, checkerId: string) =>
    ({ type: 'checkMedication', medicationId, checkerId, pin: '1234' }) as const;
  expect(room.refusal(check('b', 'alvarez'))).toBe('medication.sameChecker');
  expect(room.refusal(check('a', 'okafor'))).toBe('medication.declined');
  room.do(check('b', 'okafor'));
  expect(room.session.medications).toMatchObject([{ check: 'okafor' }]);
  expect(room.refusal(check('b', 'lindqvist'))).toBe('medication.checked');
  expect(JSON.stringify(room.events)).not.toContain('1234');
});
