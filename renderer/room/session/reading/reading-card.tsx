import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import { NotObtained } from './not-obtained.tsx';
import { emptyEntry, standingOf } from './entry-state.ts';
import { StillDue } from './still-due.tsx';
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
  const { session, saved } = useView();
  const [takenAt, setTakenAt] = useState<number | null>(null);
  const [lastSaved, setLastSaved] = useState<string | null>(null);
  const [notObtained, setNotObtained] = useState(false);
  // Gone once the reading is amended or withdrawn: what it says must be what stands in the record.
  const last = session.readings.findLast(
    ({ parts, withdrawn }) => withdrawn === null && parts !== null && readingWords(t, parts) === lastSaved,
  );
  const heading =
    title ?? (takenAt === null ? t('readings.new') : t('readings.newTaken', { time: timeOfDay(takenAt) }));
  return (
    <Card
      title={heading}
      className={styles.card}
      aside={
        <>
          {last === undefined || lastSaved === null ? null : (
            <SavedLine words={lastSaved} isSaved={last.seq <= saved} />
          )}
          <StillDue />
        </>
      }
    >
      <ReadingForm
        session={session}
        start={emptyEntry(standingOf(session))}
        exceptId={null}
        autoFocus={autoFocus}
        commandOf={(parts, at, confirmed, typedAt) => ({
          type: 'takeReading',
          readingId: crypto.randomUUID(),
          parts,
          takenAt: at,
          confirmed: [...confirmed],
          ...(typedAt === at ? {} : { typedAt }),
        })}
        onTakenAt={setTakenAt}
        onSaved={setLastSaved}
        extra={<Button onClick={() => setNotObtained(true)}>{t('readings.notObtained')}</Button>}
      />
      {notObtained ? <NotObtained onClose={() => setNotObtained(false)} /> : null}
    </Card>
  );
}

function SavedLine({ words, isSaved }: { readonly words: string; readonly isSaved: boolean }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className={isSaved ? styles.savedLine : styles.unsavedLine} role="status">
      <span aria-hidden="true">{isSaved ? '✓ ' : '▲ '}</span>
      {t(isSaved ? 'readings.saved' : 'readings.notSaved', { reading: words })}
    </span>
  );
}
