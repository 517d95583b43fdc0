import type { Author } from './event.ts';
import type { CopyForm, IdentityProof } from './patient-copy-bodies.ts';
import type { Session } from './state.ts';

/** A copy that the patient asked for, and whether they have it. */
export interface PatientCopy {
  readonly copyId: string;
  readonly seq: number;
  /** Epoch ms of the day on which they asked. */
  readonly askedAt: number;
  readonly whole: boolean;
  readonly handed: {
    readonly at: number;
    readonly form: CopyForm;
    readonly identity: IdentityProof;
    readonly by: Author;
  } | null;
}

/** What a session knows of copies for the patient, oldest first. */
export interface PatientCopiesOfSession {
  readonly patientCopies: readonly PatientCopy[];
}

export const noPatientCopies: PatientCopiesOfSession = { patientCopies: [] };

const DAY_MS = 86_400_000;

/** A copy that is owed, and for how many whole days; `late` from the clinic's limit on. */
export interface OwedCopy {
  readonly copy: PatientCopy;
  readonly days: number;
  readonly late: boolean;
}

/**
 * What the clinic still owes this patient, longest asked first.
 * @param limitDays within how many days a copy is to be handed over: the clinic's own rule
 * @param now epoch ms
 */
export function owedCopies({ patientCopies }: PatientCopiesOfSession, limitDays: number, now: number): OwedCopy[] {
  return patientCopies
    .filter(({ handed }) => handed === null)
    .toSorted((a, b) => a.askedAt - b.askedAt || a.seq - b.seq)
    .map((copy) => {
      const days = Math.max(0, Math.floor((now - copy.askedAt) / DAY_MS));
      return { copy, days, late: days >= limitDays };
    });
}

/** Whether there is a session to give a copy of: it was begun or called off, and it is a patient's. */
export function mayAskForCopy({ phase, created }: Pick<Session, 'phase' | 'created'>): boolean {
  return !created.practice && (phase === 'recovery' || phase === 'finished' || phase === 'notGiven');
}
