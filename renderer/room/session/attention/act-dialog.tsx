import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../../../client/session-store.ts';
import { Field, TextInput } from '../../../ui/field.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { ReasonChoice } from '../reason-choice.tsx';
import { SomeoneElse, useSignedAct } from '../someone-else.tsx';

/** What people do then, to be chosen from or said otherwise. None of it is advice: it says what is being done. */
const actions = ['watching', 'repeat', 'paused', 'doctor', 'oxygen', 'medicine'] as const;

/** The answer to red: who acts, by name, and what is done. */
export function ActDialog(props: { readonly readingId: string; readonly onClose: () => void }): ReactElement {
  const { readingId, onClose } = props;
  const { t } = useTranslation();
  const by = useSignedAct();
  const [who, setWho] = useState(useStatus()?.signedIn?.name ?? '');
  const [done, setDone] = useState('');
  const [name, action] = [who.trim(), done.trim()];
  return (
    <CommandDialog
      title={t('attention.actTitle')}
      act={t('attention.actAct')}
      command={name === '' || action === '' ? null : { type: 'actOnBand', readingId, who: name, action }}
      by={by}
      onClose={onClose}
    >
      <ReasonChoice
        label={t('attention.action')}
        options={actions.map((one) => t(`attention.actionOptions.${one}`))}
        otherLabel={t('attention.actionOther')}
        value={done}
        onChange={setDone}
      />
      <Field label={t('attention.who')}>
        {(control) => (
          <TextInput {...control} value={who} maxLength={120} onChange={(event) => setWho(event.target.value)} />
        )}
      </Field>
      <SomeoneElse entrant={by.entrant} />
    </CommandDialog>
  );
}
