import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import { NotObtained } from './not-obtained.tsx';
import { emptyEntry } from './reading-entry.ts';
import { readingWords } from './words.ts';
import { ReadingForm } from './reading-form.tsx';
import styles from './reading.module.css';

export interface ReadingCardProps {
  /** Null: "New reading, taken 14:23". */
  readonly title: string | null;
  readonly autoFocus: boolean;
}

/** The card on which a new reading is entered, read back and saved. */
export function ReadingCard({ title, autoFocus }: ReadingCardProps): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const [takenAt, setTakenAt] = useState<number | null>(null);
  const [lastSaved, setLastSaved] = useState<string | null>(null);
  const [notObtained, setNotObtained] = useState(false);
  // Gone once the reading is amended or withdrawn: what it says must be what stands in the record.
  const stands =
    lastSaved !== null &&
    session.readings.some(
      ({ parts, withdrawn }) => withdrawn === null && parts !== null && readingWords(t, parts) === lastSaved,
    );
  const heading =
    title ?? (takenAt === null ? t('readings.new') : t('readings.newTaken', { time: timeOfDay(takenAt) }));
  return (
    <Card title={heading} className={styles.card} aside={stands ? <SavedLine words={lastSaved} /> : null}>
      <ReadingForm
        session={session}
        start={emptyEntry}
        exceptId={null}
        autoFocus={autoFocus}
        commandOf={(parts, at, confirmed) => ({
          type: 'takeReading',
          readingId: crypto.randomUUID(),
          parts,
          takenAt: at,
          confirmed: [...confirmed],
        })}
        onTakenAt={setTakenAt}
        onSaved={setLastSaved}
        extra={<Button onClick={() => setNotObtained(true)}>{t('readings.notObtained')}</Button>}
      />
      {notObtained ? <NotObtained onClose={() => setNotObtained(false)} /> : null}
    </Card>
  );
}

function SavedLine({ words }: { readonly words: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className={styles.savedLine} role="status">
      <span aria-hidden="true">✓ </span>
      {t('readings.saved', { reading: words })}
    </span>
  );
}
