import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { infusionRange } from '../../../shared/protocol/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import styles from './new-session.module.css';

const MINUTE_MS = 60_000;
const MIN = infusionRange.minMs / MINUTE_MS;
const MAX = infusionRange.maxMs / MINUTE_MS;
const STEP = 5;

/** The typed length in ms; null where it is no whole number of minutes from 20 to 120. */
export function lengthMs(text: string): number | null {
  const minutes = Number(text);
  return text.trim() !== '' && Number.isInteger(minutes) && minutes >= MIN && minutes <= MAX
    ? minutes * MINUTE_MS
    : null;
}

/** The planned infusion in whole minutes: typed, or five more or less by a press. */
export function LengthField({
  text,
  onText,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const known = lengthMs(text);
  const step = (by: number): void => {
    const minutes = known === null ? 50 : known / MINUTE_MS;
    onText(String(Math.min(MAX, Math.max(MIN, minutes + by))));
  };
  return (
    <Field
      label={t('newSession.length')}
      hint={t('newSession.minutesUnit')}
      error={known === null ? t('newSession.lengthWrong') : null}
    >
      {(control) => (
        <div className={styles.length}>
          <Button aria-label={t('newSession.less')} onClick={() => step(-STEP)}>
            −
          </Button>
          <TextInput
            {...control}
            inputMode="numeric"
            maxLength={3}
            value={text}
            onChange={(event) => onText(event.target.value)}
            className={styles.minutes}
          />
          <Button aria-label={t('newSession.more')} onClick={() => step(STEP)}>
            +
          </Button>
        </div>
      )}
    </Field>
  );
}
