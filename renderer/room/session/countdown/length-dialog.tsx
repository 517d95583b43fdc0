import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { infusionRange } from '../../../../shared/protocol/schema.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { useView } from '../view.ts';
import styles from './length-dialog.module.css';

const MINUTE = 60_000;
const steps = [-10, -5, -1, 1, 5, 10] as const;

/** Makes the planned infusion longer or shorter. Light and music that have not happened yet move along. */
export function LengthDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const [plannedMs, setPlannedMs] = useState(session.plannedMs);
  const [note, setNote] = useState('');
  const within = (ms: number) => Math.min(infusionRange.maxMs, Math.max(infusionRange.minMs, ms));
  const reason = note.trim() === '' ? null : note.trim();
  const command = plannedMs === session.plannedMs ? null : ({ type: 'changeLength', plannedMs, reason } as const);
  return (
    <CommandDialog
      title={t('session.length.title')}
      act={t('session.length.act', { minutes: plannedMs / MINUTE })}
      command={command}
      onClose={onClose}
    >
      <p className={styles.length} aria-live="polite">
        {t('session.length.minutes', { minutes: plannedMs / MINUTE })}
      </p>
      <div className={styles.steps} role="group" aria-label={t('session.length.title')}>
        {steps.map((step) => (
          <Button
            key={step}
            disabled={within(plannedMs + step * MINUTE) === plannedMs}
            onClick={() => setPlannedMs(within(plannedMs + step * MINUTE))}
          >
            {step > 0 ? `+${step}` : `−${-step}`}
          </Button>
        ))}
      </div>
      <p>{t('session.length.hint', { planned: session.plannedMs / MINUTE })}</p>
      <Field label={t('session.reasonOptional')}>
        {(control) => <TextInput {...control} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </CommandDialog>
  );
}
