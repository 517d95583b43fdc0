import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { finishBlockers } from '../../../../shared/session/blockers.ts';
import { can } from '../../../../shared/session/can.ts';
import { leavingWays } from '../../../../shared/session/event-bodies.ts';
import { Card } from '../../../ui/card.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { HoldButton } from '../../../ui/hold-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { CheckGroup } from '../check-group.tsx';
import { blockerWords } from '../check-words.ts';
import { useViewNow } from '../view.ts';
import styles from './recovery.module.css';

/** The last checklist, how the patient leaves and with whom. Leaving otherwise than fit is never blocked. */
export function LeavingCard(): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={null} label={t('session.recovery.tabs.leaving')} className={styles.waking}>
      <CheckGroup list="recovery" groups={['leaving']} />
      <FinishForm />
    </Card>
  );
}

function FinishForm(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const act = useAct();
  const [how, setHow] = useState<(typeof leavingWays)[number]>('fit');
  const [escort, setEscort] = useState('');
  const [note, setNote] = useState('');
  const [ago, setAgo] = useState(0);
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const met = session.checks.recovery['escortMet']?.value ?? null;
  const blockers = how === 'fit' ? finishBlockers(session, protocol, now) : [];
  const missing = how !== 'fit' && orNull(note) === null;
  return (
    <div className={styles.words}>
      <Segmented
        label={t('session.finish.how')}
        wrap
        options={leavingWays.map((value) => ({ value, label: t(`session.finish.ways.${value}`) }))}
        value={how}
        onChange={setHow}
      />
      <div className={styles.pair}>
        <Field label={t('session.finish.escort')}>
          {(control) => (
            <TextInput
              {...control}
              value={escort}
              placeholder={met ?? ''}
              maxLength={300}
              onChange={(event) => setEscort(event.target.value)}
            />
          )}
        </Field>
        <Field label={how === 'fit' ? t('session.note') : t('session.finish.reason')}>
          {(control) => (
            <TextInput {...control} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
      </div>
      <AgoChoice label={t('session.finish.when')} value={ago} onChange={setAgo} />
      {blockers.length === 0 ? null : (
        <ul className={styles.blockers} aria-label={t('session.finish.blocked')}>
          {blockers.map((blocker) => (
            <li key={blocker.key}>
              <span aria-hidden="true">◆ </span>
              {blockerWords(t, blocker, protocol)}
            </li>
          ))}
        </ul>
      )}
      <ActProblem act={act} />
      <HoldButton
        disabled={blockers.length > 0 || missing || act.busy || !can(session).finish}
        onHeld={() =>
          void act.run({ type: 'finish', how, escort: orNull(escort) ?? met, note: orNull(note), agoMs: ago * 60_000 })
        }
      >
        {t('session.finish.act')}
      </HoldButton>
    </div>
  );
}
