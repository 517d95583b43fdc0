import type { SessionBodyOf } from './event-bodies.ts';
import type { Author } from './event.ts';

/** When a medicine was entered and by whom; `at` and `lifeMs` are the moment it is about, `pressedLifeMs` that of the press. */
interface Entered {
  readonly at: number;
  readonly lifeMs: number;
  readonly pressedLifeMs: number;
  readonly seq: number;
  readonly author: Author;
}

export type GivenMedicine = SessionBodyOf<'medicationGiven'> &
  Entered & {
    /** Who looked at it afterwards and signed; null: nobody has. */
    readonly check: string | null;
  };
export type DeclinedMedicine = SessionBodyOf<'medicationDeclined'> & Entered;

/** What was entered by mistake: it stays in the record and counts for nothing. `seq` is that of the withdrawal. */
export interface WithdrawnMedicine {
  readonly medicine: GivenMedicine | DeclinedMedicine;
  /** Null: taken back within seconds. */
  readonly reason: string | null;
  readonly at: number;
  readonly seq: number;
}

/** Medicines that count, given and declined, and those that were taken back; each oldest first. */
export interface MedicinesOfSession {
  readonly medications: readonly GivenMedicine[];
  readonly declined: readonly DeclinedMedicine[];
  readonly withdrawnMedicines: readonly WithdrawnMedicine[];
}

export const noMedicines: MedicinesOfSession = { medications: [], declined: [], withdrawnMedicines: [] };

/** A medicine that counts, by id; null where there is none. */
export function standingMedicine(
  { medications, declined }: MedicinesOfSession,
  medicationId: string,
): GivenMedicine | DeclinedMedicine | null {
  return [...medications, ...declined].find((medicine) => medicine.medicationId === medicationId) ?? null;
}
