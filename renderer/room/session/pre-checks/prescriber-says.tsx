import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import { useRoom } from '../../../client/room-context.ts';
import { Field, TextArea } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { DoctorChoice, useDoctor, type Doctor } from '../doctor-choice.tsx';
import { isComplete, StaffPin, unsigned } from '../staff-pin.tsx';
import { useView } from '../view.ts';
import styles from './pre-checks.module.css';

type By = Extract<SessionCommand, { type: 'override' }>['by'];

/** What the prescriber said so far: a reason, and who says so. */
export interface Said {
  readonly reason: string;
  readonly kind: 'prescriber' | 'telephone';
  readonly signed: typeof unsigned;
  readonly doctor: Doctor;
  /** Minutes. */
  readonly ago: number;
  readonly readBack: boolean;
}

type Change = (part: Partial<Omit<Said, 'doctor'>>) => void;

/** A form for what the prescriber says, and what goes into a command: null while something is missing. */
export function useSaid(): {
  readonly said: Said;
  readonly change: Change;
  readonly complete: { readonly reason: string; readonly by: By } | null;
} {
  const { session } = useView();
  const { clock } = useRoom();
  const doctor = useDoctor(session.order?.order.prescriber);
  const [parts, setParts] = useState<Omit<Said, 'doctor'>>({
    reason: '',
    kind: 'prescriber',
    signed: unsigned,
    ago: 0,
    readBack: false,
  });
  const said = { ...parts, doctor };
  const by = byOf(said, clock.now().wallMs);
  const reason = said.reason.trim();
  return {
    said,
    change: (part) => setParts((before) => ({ ...before, ...part })),
    complete: reason === '' || by === null ? null : { reason, by },
  };
}

function byOf({ kind, signed, doctor: { who }, ago, readBack }: Said, nowMs: number): By | null {
  if (kind === 'prescriber') return isComplete(signed) ? { kind, ...signed } : null;
  if (!readBack || who === null) return null;
  const known = who.staffId === null ? {} : { staffId: who.staffId };
  return { kind, prescriber: who.name, ...known, at: nowMs - ago * 60_000, readBack };
}

export interface PrescriberSaysProps {
  readonly said: Said;
  readonly change: Change;
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
          <DoctorChoice label={t('session.override.prescriber')} doctor={said.doctor} />
          <AgoChoice label={t('session.override.when')} value={said.ago} onChange={(ago) => change({ ago })} />
          <Tick checked={said.readBack} onChange={(readBack) => change({ readBack })}>
            {t('session.override.readBack')}
          </Tick>
          <p className={styles.hint}>{t('session.override.waits')}</p>
        </>
      )}
    </>
  );
}
