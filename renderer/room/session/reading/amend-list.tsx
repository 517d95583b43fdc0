import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingState } from '../../../../shared/session/reading-state.ts';
import { Button } from '../../../ui/button.tsx';
import { timeOfDay } from '../format.ts';
import { SessionDialog } from '../session-dialog.tsx';
import { useView } from '../view.ts';
import { AmendReading } from './amend-reading.tsx';
import { readingWords } from './words.ts';
import styles from './reading.module.css';

/** Which reading is to be amended, newest first; then the form for it. */
export function AmendList({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const [chosen, setChosen] = useState<ReadingState | null>(null);
  if (chosen !== null) return <AmendReading reading={chosen} onClose={onClose} />;
  const readings = session.readings.filter((reading) => reading.withdrawn === null && reading.parts !== null);
  return (
    <SessionDialog
      title={t('readings.amendWhich')}
      place="side"
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('common.cancel')}</Button>}
    >
      <ul className={styles.choose}>
        {readings
          .toSorted((a, b) => b.takenAt - a.takenAt)
          .map((reading) => (
            <li key={reading.readingId}>
              <Button onClick={() => setChosen(reading)}>
                {timeOfDay(reading.takenAt)} {reading.parts === null ? null : readingWords(t, reading.parts)}
              </Button>
            </li>
          ))}
      </ul>
    </SessionDialog>
  );
}
