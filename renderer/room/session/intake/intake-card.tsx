import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../../shared/session/state.ts';
import type { Failure } from '../../../../shared/ipc/answer.ts';
import { can } from '../../../../shared/session/can.ts';
import { useClient } from '../../../client/room-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ActProblem } from '../act.tsx';
import { useView } from '../view.ts';
import { ChangeWishes } from './change-wishes.tsx';
import { ChosenWords } from './chosen-words.tsx';
import { HandOver } from './hand-over.tsx';
import styles from './intake.module.css';

/** The patient's own choice: how far it is, what they chose, and the screen handed over or taken back. */
export function IntakeCard(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const client = useClient();
  const [open, setOpen] = useState<'handOver' | 'wishes' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { intake, sessionId } = session;
  const takeBack = async () => {
    const answer = await client.request('intake.close', { sessionId });
    setFailure(answer.ok ? null : answer);
  };
  const again = intake.choice !== null || intake.done;
  return (
    <Card title={t('intake.title')} aside={<State intake={intake} />} className={styles.card}>
      {again ? <ChosenWords /> : <p className={styles.soft}>{t('intake.lead')}</p>}
      <ActProblem act={{ failure, clear: () => setFailure(null) }} />
      <div className={styles.acts}>
        {intake.screen === 'none' ? (
          <Button
            tone={again ? 'plain' : 'primary'}
            disabled={!can(session).openIntake}
            onClick={() => setOpen('handOver')}
          >
            {again ? t('intake.handOverAgain') : t('intake.handOver')}
          </Button>
        ) : (
          <Button tone="primary" onClick={() => void takeBack()}>
            {t('intake.takeBack')}
          </Button>
        )}
        <Button disabled={!can(session).keepIntake} onClick={() => setOpen('wishes')}>
          {t('intake.change.open')}
        </Button>
      </div>
      {open === 'handOver' ? <HandOver onClose={() => setOpen(null)} /> : null}
      {open === 'wishes' ? <ChangeWishes onClose={() => setOpen(null)} /> : null}
    </Card>
  );
}

function State({ intake }: Pick<Session, 'intake'>): ReactElement {
  const { t } = useTranslation();
  const state = stateOf(intake);
  return (
    <span className={styles.state} data-state={state}>
      {state === 'done' || state === 'resting' ? <span aria-hidden="true">✓ </span> : null}
      {t(`intake.state.${state}`)}
    </span>
  );
}

function stateOf({ screen, done, choice }: Session['intake']): 'notYet' | 'asking' | 'resting' | 'done' | 'begun' {
  if (screen !== 'none') return screen;
  if (done) return 'done';
  return choice === null ? 'notYet' : 'begun';
}
