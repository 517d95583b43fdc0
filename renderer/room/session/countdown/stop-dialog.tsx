import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { stopReasons } from '../../../../shared/session/event-bodies.ts';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { CommandDialog } from '../command-dialog.tsx';

type Reason = (typeof stopReasons)[number];

/** The pump is done, or was stopped: why, and when. A pump that finishes before zero is a normal end. */
export function StopDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Reason | null>(null);
  const [ago, setAgo] = useState(0);
  const [note, setNote] = useState('');
  const command =
    reason === null
      ? null
      : ({ type: 'stopPump', reason, note: note.trim() === '' ? null : note.trim(), agoMs: ago * 60_000 } as const);
  return (
    <CommandDialog
      title={t('session.pump.stopTitle')}
      act={t('session.pump.stopAct')}
      command={command}
      onClose={onClose}
    >
      <Segmented
        label={t('session.pump.why')}
        wrap
        options={stopReasons.map((value) => ({ value, label: t(`session.pump.stopReasons.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <AgoChoice label={t('session.ago.when')} value={ago} onChange={setAgo} />
      <Field label={t('session.note')}>
        {(control) => <TextInput {...control} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </CommandDialog>
  );
}
