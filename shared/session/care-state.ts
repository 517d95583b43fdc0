import type { Author } from './event.ts';
import type { SessionBodyOf } from './event-bodies.ts';

export interface MarkState {
  readonly markId: string;
  readonly seq: number;
  readonly kind: SessionBodyOf<'marked'>['kind'];
  readonly at: number;
  readonly lifeMs: number;
  readonly note: string | null;
  readonly severity: 'mild' | 'moderate' | 'severe' | null;
  readonly settled: boolean;
  readonly takenBack: boolean;
  readonly author: Author;
}

/** What happened to the patient, and what was given. */
export interface CareOfSession {
  readonly marks: readonly MarkState[];
  readonly medications: readonly (SessionBodyOf<'medicationGiven'> & { readonly at: number; readonly seq: number })[];
}

export const noCare: CareOfSession = { marks: [], medications: [] };
