import type { Failure } from '../ipc/answer.ts';
import { standingMedicine, type DeclinedMedicine, type GivenMedicine } from './medicine-state.ts';
import { by, refused, type Rules } from './rule.ts';
import { SLIP_MS } from './slip.ts';
import type { Session } from './state.ts';

/** Whether a medicine of this id is in the record: given, declined or taken back. */
function isKnown(session: Session, id: string): boolean {
  return (
    standingMedicine(session, id) !== null ||
    session.withdrawnMedicines.some(({ medicine }) => medicine.medicationId === id)
  );
}

function standing(session: Session, id: string): GivenMedicine | DeclinedMedicine | Failure {
  const found = standingMedicine(session, id);
  if (found !== null) return found;
  return refused(isKnown(session, id) ? 'medication.withdrawn' : 'medication.unknown', {}, 'medicationId');
}

/** Commands about medicines: given, offered and declined, looked at by a second person, taken back. */
export const medicineRules: Rules<
  'giveMedication' | 'declineMedication' | 'checkMedication' | 'takeBackMedication' | 'withdrawMedication'
> = {
  giveMedication: (session, { type: _type, agoMs, ...given }, context) => {
    if (isKnown(session, given.medicationId)) return refused('medication.known', {}, 'medicationId');
    return [by(session, context, { type: 'medicationGiven', ...given }, agoMs)];
  },
  declineMedication: (session, { type: _type, agoMs, ...offered }, context) => {
    if (isKnown(session, offered.medicationId)) return refused('medication.known', {}, 'medicationId');
    return [by(session, context, { type: 'medicationDeclined', ...offered }, agoMs)];
  },
  checkMedication: (session, { medicationId, checkerId }, context) => {
    const found = standing(session, medicationId);
    if ('ok' in found) return found;
    if (found.type !== 'medicationGiven') return refused('medication.declined', {}, 'medicationId');
    if (found.check !== null) return refused('medication.checked', {}, 'medicationId');
    // A second check is somebody else's.
    const isSame = found.author.kind === 'staff' && found.author.staffId === checkerId;
    if (isSame) return refused('medication.sameChecker', {}, 'checkerId');
    return [by(session, context, { type: 'medicationChecked', medicationId, checkerId })];
  },
  takeBackMedication: (session, { medicationId }, context) => {
    const found = standing(session, medicationId);
    if ('ok' in found) return found;
    if (context.lifeMs - found.pressedLifeMs > SLIP_MS) return refused('medication.tooLate', {}, 'medicationId');
    return [by(session, context, { type: 'medicationWithdrawn', medicationId, reason: null })];
  },
  withdrawMedication: (session, { medicationId, reason }, context) => {
    const found = standing(session, medicationId);
    return 'ok' in found ? found : [by(session, context, { type: 'medicationWithdrawn', medicationId, reason })];
  },
};
