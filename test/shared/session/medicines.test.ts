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
