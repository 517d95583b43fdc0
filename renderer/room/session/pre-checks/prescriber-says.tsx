import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import { useRoom } from '../../../client/room-context.ts';
import { Field, TextArea, TextInput } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { isComplete, StaffPin, unsigned } from '../staff-pin.tsx';
import { useView } from '../view.ts';
import styles from './pre-checks.module.css';

type By = Extract<SessionCommand, { type: 'override' }>['by'];

/** What the prescriber said so far: a reason, and who says so. */
export interface Said {
  readonly reason: string;
  readonly kind: 'prescriber' | 'telephone';
  readonly signed: typeof unsigned;
  readonly prescriber: string;
  /** Minutes. */
  readonly ago: number;
  readonly readBack: boolean;
}

/** A form for what the prescriber says, and what goes into a command: null while something is missing. */
export function useSaid(): {
  readonly said: Said;
  readonly change: (part: Partial<Said>) => void;
  readonly complete: { readonly reason: string; readonly by: By } | null;
} {
  const { session } = useView();
  const { clock } = useRoom();
  const [said, setSaid] = useState<Said>({
    reason: '',
    kind: 'prescriber',
    signed: unsigned,
    prescriber: session.order?.order.prescriber ?? '',
    ago: 0,
    readBack: false,
  });
  const by = byOf(said, clock.now().wallMs);
  const reason = said.reason.trim();
  return {
    said,
    change: (part) => setSaid((before) => ({ ...before, ...part })),
    complete: reason === '' || by === null ? null : { reason, by },
  };
}

function byOf({ kind, signed, prescriber, ago, readBack }: Said, nowMs: number): By | null {
  if (kind === 'prescriber') return isComplete(signed) ? { kind, ...signed } : null;
  const name = prescriber.trim();
  return readBack && name !== '' ? { kind, prescriber: name, at: nowMs - ago * 60_000, readBack } : null;
}

export interface PrescriberSaysProps {
  readonly said: Said;
  readonly change: (part: Partial<Said>) => void;
}

/** Reason, and the prescriber's own PIN or a telephone order that was read back. */
export function PrescriberSays({ said, change }: PrescriberSaysProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t('session.override.reason')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={said.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
      <Segmented
        label={t('session.override.how')}
        options={[
          { value: 'prescriber', label: t('session.override.here') },
          { value: 'telephone', label: t('session.override.telephone') },
        ]}
        value={said.kind}
        onChange={(kind) => change({ kind })}
      />
      {said.kind === 'prescriber' ? (
        <StaffPin
          label={t('session.override.prescriber')}
          value={said.signed}
          onChange={(signed) => change({ signed })}
          exceptId={null}
          roles={['clinician']}
        />
      ) : (
        <>
          <Field label={t('session.override.prescriber')}>
            {(control) => (
              <TextInput
                {...control}
                value={said.prescriber}
                maxLength={120}
                onChange={(event) => change({ prescriber: event.target.value })}
              />
            )}
          </Field>
          <AgoChoice label={t('session.override.when')} value={said.ago} onChange={(ago) => change({ ago })} />
          <label className={styles.readBack}>
            <input
              type="checkbox"
              checked={said.readBack}
              onChange={(event) => change({ readBack: event.target.checked })}
            />
            {t('session.override.readBack')}
          </label>
          <p className={styles.hint}>{t('session.override.waits')}</p>
        </>
      )}
    </>
  );
}
