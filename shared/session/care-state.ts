import type { AwayState } from './away-state.ts';
import type { CallState } from './call-state.ts';
import type { Author } from './event.ts';
import type { Severity } from './care-bodies.ts';
import { noAdverse, type AdverseOfSession } from './adverse-state.ts';
import { noMedicines, type MedicinesOfSession } from './medicine-state.ts';
import { noPumpNotes, type PumpNotesOfSession } from './pump-state.ts';
import type { SessionBodyOf } from './event-bodies.ts';

export interface MarkState {
  readonly markId: string;
  readonly seq: number;
  readonly kind: SessionBodyOf<'marked'>['kind'];
  readonly at: number;
  readonly lifeMs: number;
  readonly note: string | null;
  readonly severity: Severity | null;
  readonly settled: boolean;
  /** When it was said to be settled, epoch ms. */
  readonly settledAt: number | null;
  readonly takenBack: boolean;
  readonly author: Author;
}

/** What happened to the patient, and what was given. */
export interface CareOfSession extends MedicinesOfSession, PumpNotesOfSession, AdverseOfSession {
  readonly marks: readonly MarkState[];
  /** Each time the patient got up. */
  readonly aways: readonly AwayState[];
  /** Each time a doctor was called. */
  readonly calls: readonly CallState[];
}

export const noCare: CareOfSession = { marks: [], aways: [], calls: [], ...noMedicines, ...noPumpNotes, ...noAdverse };
