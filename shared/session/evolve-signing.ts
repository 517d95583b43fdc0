import type { Folds } from './fold.ts';

/** Who stands behind the record, and what was added to it. */
export const signingFolds: Folds<
  'sessionSigned' | 'sessionCosigned' | 'cosignAsked' | 'addendumAdded' | 'lastNoteAnswered'
> = {
  sessionSigned: (session, { staffId, meaning, next, open }, { seq, at }) => ({
    ...session,
    signature: { staffId, meaning, next, open, seq, at },
  }),
  sessionCosigned: (session, { staffId, meaning }, { seq, at }) => ({
    ...session,
    cosignatures: [...session.cosignatures, { staffId, meaning, seq, at }],
    cosignAsked: session.cosignAsked.filter((asked) => asked.staffId !== staffId),
  }),
  cosignAsked: (session, { staffId }, { seq, at }) => ({
    ...session,
    cosignAsked: [...session.cosignAsked, { staffId, seq, at }],
  }),
  addendumAdded: (session, { addendumId, staffId, text }, { seq, at }) => ({
    ...session,
    addenda: [...session.addenda, { addendumId, staffId, text, seq, at }],
  }),
  lastNoteAnswered: (session, { of, decided }, { at }) => ({ ...session, lastNote: { of, decided, at } }),
};
