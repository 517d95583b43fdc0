import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../client/room-context.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Send } from './send.ts';
import styles from './export.module.css';

const two = (value: number): string => String(value).padStart(2, '0');

/** `YYYY-MM-DD` of this PC. */
function dayText(wallMs: number): string {
  const at = new Date(wallMs);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Writes down that the patient asked for a copy: on which day, and of what. */
export function AskedFor({ send }: { readonly send: Send }): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const [now] = useState(() => clock.now().wallMs);
  const today = dayText(now);
  const [day, setDay] = useState(today);
  const [what, setWhat] = useState<'page' | 'whole'>('page');
  const [busy, setBusy] = useState(false);
  // Noon of an earlier day is that day in every zone of the clinic; of today it is now.
  const askedAt = day === today ? now : Date.parse(`${day}T12:00:00`);
  const ask = async (): Promise<void> => {
    setBusy(true);
    await send({ type: 'askCopy', copyId: crypto.randomUUID(), askedAt, whole: what === 'whole' });
    setBusy(false);
  };
  return (
    <div className={styles.form}>
      <p>{t('patientCopy.dialog.intro')}</p>
      <Field label={t('patientCopy.dialog.askedOn')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            max={today}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        )}
      </Field>
      <Segmented
        label={t('patientCopy.dialog.what')}
        options={(['page', 'whole'] as const).map((value) => ({ value, label: t(`patientCopy.dialog.of.${value}`) }))}
        value={what}
        onChange={setWhat}
      />
      <Button tone="primary" disabled={busy || Number.isNaN(askedAt)} onClick={() => void ask()}>
        {t('patientCopy.dialog.ask')}
      </Button>
    </div>
  );
}
