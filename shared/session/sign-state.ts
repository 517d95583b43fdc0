import type { SessionCommandType } from './command.ts';
import type { SessionBodyOf } from './event-bodies.ts';
import type { Session } from './state.ts';

/** Somebody who stands behind the record with their own PIN, and when (epoch ms). */
export interface Cosignature extends Omit<SessionBodyOf<'sessionCosigned'>, 'type'> {
  readonly seq: number;
  readonly at: number;
}

export interface Signature extends Cosignature, Pick<SessionBodyOf<'sessionSigned'>, 'next' | 'open'> {}

/** Somebody was asked to cosign, and has not yet. */
export interface CosignAsked {
  readonly staffId: string;
  readonly seq: number;
  /** Epoch ms. */
  readonly at: number;
}

export interface Addendum extends Omit<SessionBodyOf<'addendumAdded'>, 'type'> {
  readonly seq: number;
  readonly at: number;
}

/** What became of a record after the session. */
export interface SigningOfSession {
  /** Null: a draft. */
  readonly signature: Signature | null;
  readonly cosignatures: readonly Cosignature[];
  readonly cosignAsked: readonly CosignAsked[];
  readonly addenda: readonly Addendum[];
  /** What was decided about the note of the infusion before; the last word counts. */
  readonly lastNote: { readonly of: string; readonly decided: string; readonly at: number } | null;
}

export const noSigning: SigningOfSession = {
  signature: null,
  cosignatures: [],
  cosignAsked: [],
  addenda: [],
  lastNote: null,
};

/** Commands about signatures. */
export function signingTable({ phase, signature }: Session) {
  const isSigned = signature !== null;
  return {
    signSession: (phase === 'finished' || phase === 'notGiven') && !isSigned,
    cosignSession: isSigned,
    askCosign: isSigned,
    addAddendum: isSigned,
    answerLastNote: phase === 'draft' || phase === 'preChecks',
  };
}

/**
 * What a signed session still takes: words added to it, more signatures, that of a doctor under their own order, what became of
 * an adverse event (often known only days later), what the patient is given of it, and that somebody spoke with them about
 * what they had answered.
 */
export const afterSigning: readonly SessionCommandType[] = [
  'cosignSession',
  'askCosign',
  'addAddendum',
  'signCallOrder',
  'signTelephoneOrder',
  'noteAdverseOutcome',
  'tellAdverseEvent',
  'askCopy',
  'handCopy',
  'speakOfSafety',
];

/** The table of a session as its signature leaves it. */
export function closedBySignature<T extends Readonly<Record<SessionCommandType, boolean>>>(
  session: Session,
  table: T,
): Readonly<Record<SessionCommandType, boolean>> {
  if (session.signature === null) return table;
  const all = Object.keys(table) as SessionCommandType[];
  const entries = all.map((type) => [type, table[type] && afterSigning.includes(type)]);
  return Object.fromEntries(entries) as Record<SessionCommandType, boolean>;
}
