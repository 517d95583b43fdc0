import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { checkGroups } from '../../../../shared/protocol/check-item.ts';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { CheckGroup } from '../check-group.tsx';
import { Intention } from '../intake/intention.tsx';
import { keptRounds } from '../intake/kept.ts';
import { useView } from '../view.ts';
import styles from './recovery.module.css';

const wakingGroups = checkGroups.filter((group) => group !== 'leaving');

/** First the bathroom, then a snack; the intention once more; and the patient's own words, if they want any kept. */
export function WakingCard(): ReactElement {
  const { t } = useTranslation();
  const view = useView();
  const { session } = view;
  return (
    <Card title={null} label={t('session.recovery.tabs.waking')} className={styles.waking}>
      <CheckGroup list="recovery" groups={wakingGroups} />
      {session.intention === null ? null : (
        <p className={styles.intention}>
          <span className={styles.soft}>{t('session.recovery.intention')}</span> “{session.intention}”
        </p>
      )}
      {session.intake.choice === null ? null : <Intention sessionId={session.sessionId} round={keptRounds(view)} />}
      <OwnWords />
    </Card>
  );
}

/** In their words: only what the patient wants kept, as they said it. */
export function OwnWords(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const act = useAct();
  const [text, setText] = useState('');
  const keep = async () => {
    if (await act.run({ type: 'keepOwnWords', text: text.trim() })) setText('');
  };
  return (
    <div className={styles.words}>
      {session.ownWords.map((words, index) => (
        <blockquote key={index} className={styles.quote}>
          “{words}”
        </blockquote>
      ))}
      <Field label={t('session.recovery.ownWords')} hint={t('session.recovery.ownWordsHint')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <ActProblem act={act} />
      <Button disabled={text.trim() === '' || act.busy || !can(session).keepOwnWords} onClick={() => void keep()}>
        {t('session.recovery.keepWords')}
      </Button>
    </div>
  );
}
