import type { Folds, Moment } from './fold.ts';
import { standingMedicine } from './medicine-state.ts';
import type { Author } from './event.ts';
import type { Session } from './state.ts';

function entered({ at, lifeMs, nowLifeMs, seq, author }: Moment) {
  return { at, lifeMs, pressedLifeMs: nowLifeMs, seq, author };
}

/** Without the medicines that these events told of; what such events had taken back counts again. */
export function disownedMedicines(session: Session, seqs: readonly number[]): Session {
  const isLeft = ({ seq }: { readonly seq: number }) => !seqs.includes(seq);
  const back = session.withdrawnMedicines.filter((entry) => !isLeft(entry)).map(({ medicine }) => medicine);
  const given = back.filter((medicine) => medicine.type === 'medicationGiven');
  const declined = back.filter((medicine) => medicine.type === 'medicationDeclined');
  return {
    ...session,
    medications: [...session.medications, ...given].filter(isLeft).toSorted((a, b) => a.seq - b.seq),
    declined: [...session.declined, ...declined].filter(isLeft).toSorted((a, b) => a.seq - b.seq),
    withdrawnMedicines: session.withdrawnMedicines.filter(isLeft),
  };
}

/** Medicines that somebody has signed for by now. */
export function claimedMedicines(session: Session, seqs: readonly number[], author: Author): Session {
  const claimed = <T extends { readonly seq: number }>(medicine: T): T =>
    seqs.includes(medicine.seq) ? { ...medicine, author } : medicine;
  return { ...session, medications: session.medications.map(claimed), declined: session.declined.map(claimed) };
}

/** Medicines: given, declined, looked at, taken back. */
export const medicineFolds: Folds<
  'medicationGiven' | 'medicationDeclined' | 'medicationChecked' | 'medicationWithdrawn'
> = {
  medicationGiven: (session, body, moment) => ({
    ...session,
    medications: [...session.medications, { ...body, ...entered(moment), check: null }],
  }),
  medicationDeclined: (session, body, moment) => ({
    ...session,
    declined: [...session.declined, { ...body, ...entered(moment) }],
  }),
  medicationChecked: (session, { medicationId, checkerId }) => ({
    ...session,
    medications: session.medications.map((medicine) =>
      medicine.medicationId === medicationId ? { ...medicine, check: checkerId } : medicine,
    ),
  }),
  medicationWithdrawn: (session, { medicationId, reason }, { at, seq }) => {
    const medicine = standingMedicine(session, medicationId);
    if (medicine === null) return session;
    const isOther = (other: { readonly medicationId: string }) => other.medicationId !== medicationId;
    return {
      ...session,
      medications: session.medications.filter(isOther),
      declined: session.declined.filter(isOther),
      withdrawnMedicines: [...session.withdrawnMedicines, { medicine, reason, at, seq }],
    };
  },
};
