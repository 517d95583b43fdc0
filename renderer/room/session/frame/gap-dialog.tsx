import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextInput } from '../../../ui/field.tsx';
import { CommandDialog } from '../command-dialog.tsx';

const LONGEST_MINUTES = 24 * 60;

/** The clock cannot say how long the app was away: the nurse can, from the pump or the wall. */
export function GapDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState('');
  const value = /^\d{1,4}$/.test(minutes) && Number(minutes) <= LONGEST_MINUTES ? Number(minutes) : null;
  const wrong = minutes !== '' && value === null;
  return (
    <CommandDialog
      title={t('session.gap.tellTitle')}
      act={t('session.gap.tellAct')}
      command={value === null ? null : { type: 'tellGap', gapMs: value * 60_000 }}
      onClose={onClose}
    >
      <p>{t('session.gap.tellHint')}</p>
      <Field
        label={t('session.gap.minutes')}
        error={wrong ? t('session.gap.minutesWrong', { max: LONGEST_MINUTES }) : null}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            autoFocus
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        )}
      </Field>
    </CommandDialog>
  );
}
