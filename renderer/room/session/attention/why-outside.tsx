import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unexplainedReadings, type ReadingState } from '../../../../shared/session/reading-state.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { usePress } from '../act.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import styles from './attention.module.css';

const reasons = ['patient', 'unwell', 'afterRed', 'doctor'] as const;

/** In quiet mode a reading that was neither due nor proposed is saved like any other, and asked about afterwards. */
export function WhyOutside(): ReactElement | null {
  const { session } = useView();
  const [reading] = unexplainedReadings(session);
  return reading === undefined ? null : <Question key={reading.readingId} reading={reading} />;
}

function Question({ reading }: { readonly reading: ReadingState }): ReactElement {
  const { t } = useTranslation();
  const press = usePress();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const { readingId } = reading;
  const said = words.trim();
  return (
    <Banner
      tone="calm"
      className={styles.why}
      actions={
        <>
          {reasons.map((code) => {
            const reason = t(`dueParts.reasons.${code}`);
            return (
              <Button key={code} onClick={() => press({ type: 'explainReading', readingId, reason })}>
                {reason}
              </Button>
            );
          })}
          <Button onClick={() => setOpen(true)}>{t('dueParts.ownWords')}</Button>
        </>
      }
    >
      {t('dueParts.ask', { time: timeOfDay(reading.takenAt) })}
      {open ? (
        <CommandDialog
          title={t('dueParts.askLabel')}
          act={t('dueParts.saveWhy')}
          command={said === '' ? null : { type: 'explainReading', readingId, reason: said }}
          onClose={() => setOpen(false)}
        >
          <Field label={t('dueParts.ownLabel')}>
            {(control) => (
              <TextInput
                {...control}
                value={words}
                maxLength={500}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </Field>
        </CommandDialog>
      ) : null}
    </Banner>
  );
}
