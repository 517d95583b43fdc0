import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { finishBlockers } from '../../../../shared/session/blockers.ts';
import { can } from '../../../../shared/session/can.ts';
import type { leavingWays } from '../../../../shared/session/event-bodies.ts';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import { Field, TextInput } from '../../../ui/field.tsx';
import { HoldButton } from '../../../ui/hold-button.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { useViewNow } from '../view.ts';
import { FitList } from './fit-list.tsx';
import styles from '../recovery/recovery.module.css';

type Finish = Extract<SessionCommand, { type: 'finish' }>;

export type LeavingWay = (typeof leavingWays)[number];

const empty = { escort: '', note: '', told: '' };
const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** The last press. As fit with the escort of the list; otherwise never blocked, with the reason and who was told. */
export function FinishForm({ how }: { readonly how: LeavingWay }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const act = useAct();
  const [said, setSaid] = useState(empty);
  const [ago, setAgo] = useState(0);
  const met = session.checks.recovery['escortMet']?.value ?? null;
  const fit = how === 'fit';
  const blockers = fit ? finishBlockers(session, protocol, now) : [];
  const missing = !fit && (orNull(said.note) === null || orNull(said.told) === null);
  const asksEscort = !fit || !protocol.recoveryChecks.some(({ id }) => id === 'escortMet');
  const escort = orNull(said.escort) ?? (fit ? met : null);
  const finish: Finish = {
    ...{ type: 'finish', how, escort, note: orNull(said.note), told: fit ? null : orNull(said.told) },
    agoMs: ago * 60_000,
  };
  const field = (name: keyof typeof empty, label: string, hint?: string) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <TextInput
          {...control}
          value={said[name]}
          maxLength={300}
          onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className={styles.words}>
      {fit ? (
        <>
          <FitList blockers={blockers} />
          {asksEscort ? field('escort', t('session.finish.escort')) : null}
          {!asksEscort && met !== null ? <p>{t('leaving.escortMet', { escort: met })}</p> : null}
        </>
      ) : (
        <>
          <div className={styles.pair}>
            {field('note', t('session.finish.reason'))}
            {field('told', t('leaving.told'), t('leaving.toldHint'))}
          </div>
          {how === 'noEscort' ? null : field('escort', t('leaving.withWhom'))}
        </>
      )}
      <AgoChoice label={t('session.finish.when')} value={ago} onChange={setAgo} />
      <ActProblem act={act} />
      <HoldButton
        disabled={blockers.length > 0 || missing || act.busy || !can(session).finish}
        onHeld={() => void act.run(finish)}
      >
        {fit ? t('leaving.actFit') : t('leaving.actOtherwise')}
      </HoldButton>
    </div>
  );
}
