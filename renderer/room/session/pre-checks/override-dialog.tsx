import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startBlockers } from '../../../../shared/session/blockers.ts';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import { useRoom } from '../../../client/room-context.ts';
import { Field, TextArea, TextInput } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { blockerWords } from '../check-words.ts';
import { CommandDialog } from '../command-dialog.tsx';
import { isComplete, StaffPin, unsigned } from '../staff-pin.tsx';
import { useView } from '../view.ts';
import styles from './pre-checks.module.css';

/** The prescriber lets it start all the same: a reason, and their own PIN or a telephone order read back. */
export function OverrideDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const { clock } = useRoom();
  const [reason, setReason] = useState('');
  const [kind, setKind] = useState<'prescriber' | 'telephone'>('prescriber');
  const [signed, setSigned] = useState(unsigned);
  const [prescriber, setPrescriber] = useState(session.order?.order.prescriber ?? '');
  const [ago, setAgo] = useState(0);
  const [readBack, setReadBack] = useState(false);
  const by = (): Extract<SessionCommand, { type: 'override' }>['by'] | null => {
    if (kind === 'prescriber') return isComplete(signed) ? { kind, ...signed } : null;
    const at = clock.now().wallMs - ago * 60_000;
    return readBack && prescriber.trim() !== '' ? { kind, prescriber: prescriber.trim(), at, readBack } : null;
  };
  const who = by();
  const command =
    reason.trim() === '' || who === null ? null : ({ type: 'override', reason: reason.trim(), by: who } as const);
  return (
    <CommandDialog
      title={t('session.override.title')}
      act={t('session.override.act')}
      command={command}
      place="middle"
      wide
      onClose={onClose}
    >
      <ul className={styles.overrides}>
        {startBlockers(session, protocol)
          .filter((blocker) => blocker.overridable)
          .map((blocker) => (
            <li key={blocker.key}>
              <span aria-hidden="true">◆ </span>
              {blockerWords(t, blocker, protocol)}
            </li>
          ))}
      </ul>
      <Field label={t('session.override.reason')}>
        {(control) => (
          <TextArea {...control} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <Segmented
        label={t('session.override.how')}
        options={[
          { value: 'prescriber', label: t('session.override.here') },
          { value: 'telephone', label: t('session.override.telephone') },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'prescriber' ? (
        <StaffPin
          label={t('session.override.prescriber')}
          value={signed}
          onChange={setSigned}
          exceptId={null}
          roles={['clinician']}
        />
      ) : (
        <>
          <Field label={t('session.override.prescriber')}>
            {(control) => (
              <TextInput
                {...control}
                value={prescriber}
                maxLength={120}
                onChange={(event) => setPrescriber(event.target.value)}
              />
            )}
          </Field>
          <AgoChoice label={t('session.override.when')} value={ago} onChange={setAgo} />
          <label className={styles.readBack}>
            <input type="checkbox" checked={readBack} onChange={(event) => setReadBack(event.target.checked)} />
            {t('session.override.readBack')}
          </label>
          <p className={styles.hint}>{t('session.override.waits')}</p>
        </>
      )}
    </CommandDialog>
  );
}
