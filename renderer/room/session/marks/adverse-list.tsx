import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { adverseOutcomes } from '../../../../shared/session/adverse-bodies.ts';
import type { AdverseState } from '../../../../shared/session/adverse-state.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { DoctorChoice, useDoctor } from '../doctor-choice.tsx';
import { timeOfDay } from '../format.ts';
import { SomeoneElse, useSignedAct } from '../someone-else.tsx';
import { useView } from '../view.ts';
import { WithdrawLater } from './withdraw.tsx';
import styles from './marks.module.css';

/** Every adverse event, newest first, with what became of it and who was told, each to be filled in later. Nothing without one. */
export function AdverseList(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  if (session.adverse.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{t('adverse.list')}</h3>
      <ul className={styles.list} aria-label={t('adverse.list')}>
        {session.adverse.toReversed().map((one) => (
          <AdverseLine key={one.adverseId} one={one} />
        ))}
      </ul>
    </>
  );
}

function AdverseLine({ one }: { readonly one: AdverseState }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'outcome' | 'told' | null>(null);
  const words = t('adverse.line', { what: one.what, severity: t(`adverse.severity.${one.severity}`) });
  const later = [
    one.outcome === null ? t('adverse.outcomeMissing') : t(`adverse.outcome.${one.outcome}`),
    one.outcomeNote,
    ...one.told.map(({ who, at }) => t('adverse.told', { who, time: timeOfDay(at) })),
  ].filter((part) => part !== null);
  if (one.withdrawn !== null) {
    return (
      <li className={styles.line}>
        <span className={styles.lineTime}>{timeOfDay(one.at)}</span>
        <span className={styles.lineWords}>
          <s>{words}</s> {one.withdrawn}
        </span>
      </li>
    );
  }
  return (
    <li className={styles.line}>
      <span className={styles.lineTime}>{timeOfDay(one.at)}</span>
      <span className={styles.lineWords}>
        {words}
        <span className={styles.today}>{later.join(', ')}</span>
      </span>
      <Button onClick={() => setOpen('outcome')}>{t('adverse.outcomeOpen')}</Button>
      <Button onClick={() => setOpen('told')}>{t('adverse.toldOpen')}</Button>
      <WithdrawLater
        what={words}
        withdraw={(reason) => ({ type: 'withdrawAdverseEvent', adverseId: one.adverseId, reason })}
      />
      {open === 'outcome' ? <OutcomeDialog one={one} onClose={() => setOpen(null)} /> : null}
      {open === 'told' ? <ToldDialog one={one} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}

interface LaterProps {
  readonly one: AdverseState;
  readonly onClose: () => void;
}

function OutcomeDialog({ one, onClose }: LaterProps): ReactElement {
  const { t } = useTranslation();
  const by = useSignedAct();
  const [outcome, setOutcome] = useState(one.outcome);
  const [note, setNote] = useState(one.outcomeNote ?? '');
  const words = note.trim() === '' ? null : note.trim();
  const { adverseId } = one;
  return (
    <CommandDialog
      title={t('adverse.outcomeTitle')}
      act={t('adverse.outcomeAct')}
      command={outcome === null ? null : { type: 'noteAdverseOutcome', adverseId, outcome, note: words }}
      by={by}
      wide
      onClose={onClose}
    >
      <p>{one.what}</p>
      <Segmented
        label={t('adverse.outcomeLabel')}
        wrap
        options={adverseOutcomes.map((value) => ({ value, label: t(`adverse.outcome.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <Field label={t('session.note')}>
        {(control) => (
          <TextInput {...control} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <SomeoneElse entrant={by.entrant} />
    </CommandDialog>
  );
}

function ToldDialog({ one, onClose }: LaterProps): ReactElement {
  const { t } = useTranslation();
  const by = useSignedAct();
  const doctor = useDoctor();
  const [ago, setAgo] = useState(0);
  const { adverseId } = one;
  const who = doctor.who?.name ?? null;
  return (
    <CommandDialog
      title={t('adverse.toldTitle')}
      act={t('adverse.toldAct')}
      command={who === null ? null : { type: 'tellAdverseEvent', adverseId, who, agoMs: ago * 60_000 }}
      by={by}
      wide
      onClose={onClose}
    >
      <p>{one.what}</p>
      <DoctorChoice label={t('adverse.who')} doctor={doctor} />
      <AgoChoice label={t('session.ago.when')} value={ago} onChange={setAgo} />
      <SomeoneElse entrant={by.entrant} />
    </CommandDialog>
  );
}
