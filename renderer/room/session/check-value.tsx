import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { readValue, type ValueForm } from '../../../shared/protocol/check-value.ts';
import { useRoom } from '../../client/room-context.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { latestTime } from './typed-time.ts';
import styles from './check-row.module.css';

export interface CheckValueProps {
  readonly label: string;
  readonly form: ValueForm;
  readonly busy: boolean;
  readonly onValue: (value: string) => void;
}

/** One value typed in: empty until somebody types, refused in words and not in silence, a time by one press as well. */
export function CheckValue({ label, form, busy, onValue }: CheckValueProps): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const nowMs = clock.now().wallMs;
  const typed = form.kind === 'time' ? String(latestTime(text, nowMs) ?? '') : text;
  const value = readValue(form, typed, nowMs);
  const wrong = tried && value === null && text.trim() !== '';
  return (
    <form
      className={styles.form}
      data-form={form.kind}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (value !== null) onValue(value);
      }}
    >
      {wrong ? (
        <span className={styles.wrong} role="alert">
          {form.kind === 'number'
            ? t('session.checks.wrongNumber', { text, ...form })
            : t('session.checks.wrongTime', { text })}
        </span>
      ) : null}
      <TextInput
        aria-label={label}
        aria-invalid={wrong}
        className={form.kind === 'text' ? undefined : styles.short}
        inputMode={form.kind === 'text' ? 'text' : 'decimal'}
        value={text}
        maxLength={form.kind === 'text' ? 300 : 8}
        onChange={(event) => {
          setText(event.target.value);
          setTried(false);
        }}
      />
      {form.kind === 'number' ? <span className={styles.unit}>{form.unit}</span> : null}
      {form.kind === 'time' ? (
        <Button disabled={busy} onClick={() => onValue(String(Math.floor(clock.now().wallMs)))}>
          {t('session.checks.now')}
        </Button>
      ) : null}
      <Button type="submit" disabled={busy || text.trim() === ''}>
        {t('common.save')}
      </Button>
    </form>
  );
}
