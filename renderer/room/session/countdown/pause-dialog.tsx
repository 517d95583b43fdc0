import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { pauseReasons } from '../../../../shared/session/event-bodies.ts';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { CommandDialog } from '../command-dialog.tsx';

/** The pump is in trouble: why, whether it stands, and since when. Session time stands only if the pump does. */
export function PauseDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [reason, setReason] = useState<(typeof pauseReasons)[number] | null>(null);
  const [stands, setStands] = useState<'yes' | 'no'>('yes');
  const [ago, setAgo] = useState(0);
  const [note, setNote] = useState('');
  const command =
    reason === null
      ? null
      : ({
          type: 'pausePump',
          reason,
          pumpStands: stands === 'yes',
          note: note.trim() === '' ? null : note.trim(),
          agoMs: ago * 60_000,
        } as const);
  return (
    <CommandDialog
      title={t('session.pump.pauseTitle')}
      act={t('session.pump.pauseAct')}
      command={command}
      onClose={onClose}
    >
      <Segmented
        label={t('session.pump.why')}
        wrap
        options={pauseReasons.map((value) => ({ value, label: t(`session.pump.reasons.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <Segmented
        label={t('session.pump.stands')}
        options={[
          { value: 'yes', label: t('session.pump.standsYes') },
          { value: 'no', label: t('session.pump.standsNo') },
        ]}
        value={stands}
        onChange={setStands}
      />
      <AgoChoice label={t('session.ago.since')} value={ago} onChange={setAgo} />
      <Field label={t('session.note')}>
        {(control) => <TextInput {...control} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </CommandDialog>
  );
}
