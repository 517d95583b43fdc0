import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/room-context.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { ActDialog } from '../act-dialog.tsx';
import rows from './retention.module.css';

export interface YearsDialogProps {
  readonly years: number | null;
  readonly onClose: (done: boolean) => void;
}

/** The clinic's rule of years; empty for none. */
export function YearsDialog({ years, onClose }: YearsDialogProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [text, setText] = useState(years === null ? '' : String(years));
  const given = text.trim() === '' ? null : Number(text);
  const fits = given === null || (Number.isInteger(given) && given >= 1 && given <= 100);
  return (
    <ActDialog
      title={t('record.retention.changeRule')}
      act={t('record.retention.ruleAct')}
      ready={fits && given !== years}
      onAct={(signed) => client.request('retention.setYears', { years: given, signed })}
      onClose={onClose}
    >
      <div className={rows.form}>
        <Field
          label={t('record.retention.years')}
          hint={t('record.retention.yearsHint')}
          error={fits ? null : t('record.retention.yearsError')}
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              maxLength={3}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
    </ActDialog>
  );
}
