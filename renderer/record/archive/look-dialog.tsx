import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import own from './archive.module.css';

export interface LookDialogProps {
  readonly onLook: (passphrase: string) => void;
  readonly onClose: () => void;
}

/** Asks for the passphrase of an archive; the file is chosen next. */
export function LookDialog({ onLook, onClose }: LookDialogProps): ReactElement {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== '') onLook(passphrase);
  };
  return (
    <Dialog
      title={t('record.archive.look.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" type="submit" form="archive-look" disabled={passphrase === ''}>
            {t('record.archive.look.act')}
          </Button>
        </>
      }
    >
      <form id="archive-look" onSubmit={submit} className={own.fields} noValidate>
        <p>{t('record.archive.look.intro')}</p>
        <Field label={t('record.archive.look.passphrase')}>
          {(control) => (
            <TextInput
              {...control}
              type="password"
              autoComplete="off"
              maxLength={200}
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
