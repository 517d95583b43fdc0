import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Blocker } from '../../../../shared/session/blockers.ts';
import { blockerWords } from '../check-words.ts';
import { useView } from '../view.ts';
import styles from './leaving.module.css';

/** What a leaving as fit takes, part by part: which blockers stand against it, and what it says once none does. */
const parts = [
  { key: 'stay', codes: ['stayShort'] },
  { key: 'score', codes: ['scoreMissing', 'scoreLow', 'judgementNotFit'] },
  { key: 'list', codes: ['checkOpen', 'checkNo', 'checkYes', 'checkUnsigned'] },
  { key: 'dose', codes: ['doseMissing'] },
  { key: 'emergency', codes: ['emergencyOpen'] },
] as const;

/** Fit to leave: the stay, the score, the lists, the dose. The nurse's own judgement is the press below it. */
export function FitList({ blockers }: { readonly blockers: readonly Blocker[] }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const met = {
    stay: t('leaving.stayMet'),
    score: t('leaving.scoreMet', { total: session.score?.total ?? '' }),
    list: t('leaving.listMet'),
    dose: t('leaving.doseMet'),
    emergency: null,
  } as const;
  return (
    <ul className={styles.fit} aria-label={t('leaving.fitList')}>
      {parts.flatMap(({ key, codes }) => {
        const against = blockers.filter(({ code }) => (codes as readonly string[]).includes(code));
        const words = met[key];
        if (against.length === 0) return words === null ? [] : [<Part key={key} met words={words} />];
        return against.map((blocker) => (
          <Part key={blocker.key} met={false} words={blockerWords(t, blocker, protocol)} />
        ));
      })}
    </ul>
  );
}

function Part({ met, words }: { readonly met: boolean; readonly words: string }): ReactElement {
  return (
    <li className={met ? styles.met : styles.open}>
      <span aria-hidden="true">{met ? '✓ ' : '○ '}</span>
      {words}
    </li>
  );
}
