import type { Folds } from './fold.ts';

/** Copies that were asked for and handed over. */
export const patientCopyFolds: Folds<'copyAsked' | 'copyHanded'> = {
  copyAsked: (session, { copyId, askedAt, whole }, { seq }) => ({
    ...session,
    patientCopies: [...session.patientCopies, { copyId, seq, askedAt, whole, handed: null }],
  }),
  copyHanded: (session, { copyId, form, identity }, { at, author }) => ({
    ...session,
    patientCopies: session.patientCopies.map((copy) =>
      copy.copyId === copyId ? { ...copy, handed: { at, form, identity, by: author } } : copy,
    ),
  }),
};
