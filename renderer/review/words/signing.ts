import type { TFunction } from 'i18next';
import type { NextNote } from '../../../shared/session/sign-bodies.ts';
import type { Sentences } from './context.ts';

type SigningType = 'sessionSigned' | 'sessionCosigned' | 'cosignAsked' | 'addendumAdded' | 'lastNoteAnswered';

/** Sentences of who stands behind the record, and of what was added to it. */
export const signingSentences: Sentences<SigningType> = {
  sessionSigned: ({ staffId, meaning, next, open }, { t, nameOf }) => {
    const signed = t('signing.signedBy', { name: nameOf(staffId), meaning: t(`signing.meanings.${meaning}`) });
    const nextWords = next === null ? t('signing.nextNoneSaid') : nextNoteWords(next, t);
    const seen =
      open.length === 0
        ? ''
        : ` ${t('signing.openThen', { what: open.map((one) => t(`signing.open.${one}`)).join(' ') })}`;
    return `${signed}. ${t('signing.forNext', { words: nextWords })}.${seen}`;
  },
  sessionCosigned: ({ staffId, meaning }, { t, nameOf }) =>
    t('signing.cosignedBy', { name: nameOf(staffId), meaning: t(`signing.meanings.${meaning}`) }),
  cosignAsked: ({ staffId }, { t, nameOf }) => t('signing.cosignAsked', { name: nameOf(staffId) }),
  addendumAdded: ({ staffId, text }, { t, nameOf }) => t('signing.addedBy', { name: nameOf(staffId), text }),
  lastNoteAnswered: ({ decided }, { t }) => t('signing.lastNoteDecided', { decided }),
};

/** `hold (“blood pressure first”)`. */
export function nextNoteWords({ decision, words }: NextNote, t: TFunction): string {
  const said = t(`signing.nextSaid.${decision}`);
  return words === null ? said : t('signing.nextSaidWith', { decision: said, words });
}
