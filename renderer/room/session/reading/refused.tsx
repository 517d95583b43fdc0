import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meant } from '../../../../shared/vitals/meant.ts';
import type { ReadingEntry } from './entry-state.ts';
import { OfferButton } from './offer.tsx';
import { problemWords } from './words.ts';
import styles from './reading.module.css';

export interface RefusedProps {
  readonly entry: ReadingEntry;
  readonly errorId: string;
  readonly meant: Meant | null;
  readonly onTake: () => void;
}

/** What cannot be a reading, as it was typed or pasted, and what was probably meant. */
export function Refused({ entry, errorId, meant, onTake }: RefusedProps): ReactElement | null {
  const { t } = useTranslation();
  const { problems, refusedPaste } = entry;
  if (problems.length === 0 && refusedPaste === null) return null;
  const pasted = refusedPaste === null ? [] : [t('readingParts.pasted', { text: refusedPaste.slice(0, 60) })];
  return (
    <div className={styles.refused}>
      <p id={errorId} role="alert" className={styles.problems}>
        <span aria-hidden="true">▲ </span>
        {[...pasted, ...problems.map((problem) => problemWords(t, problem))].join(' ')}
      </p>
      {meant === null ? null : <OfferButton meant={meant} onTake={onTake} />}
    </div>
  );
}
