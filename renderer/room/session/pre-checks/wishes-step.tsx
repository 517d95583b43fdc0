import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { IntakeCard } from '../intake/intake-card.tsx';
import { LightsPanel } from '../lights/lights-panel.tsx';
import { MusicPanel } from '../music/music-panel.tsx';
import { QuestionnaireCard } from '../questionnaires/questionnaire-card.tsx';
import { useView } from '../view.ts';
import { MusicChoice } from './music-choice.tsx';
import styles from './pre-checks.module.css';

/** What the patient wants of the hour: intention, wishes, music; and the room to try them in. */
export function WishesStep(): ReactElement {
  return (
    <div className={styles.wishes}>
      <div className={styles.stack}>
        <IntakeCard />
        <QuestionnaireCard />
        <Wishes />
        <MusicChoice />
      </div>
      <div className={styles.stack}>
        <MusicPanel />
        <LightsPanel />
      </div>
    </div>
  );
}

function Wishes(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const act = useAct();
  const [intention, setIntention] = useState(session.intention ?? '');
  const [wishes, setWishes] = useState(session.wishes ?? '');
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const same = orNull(intention) === session.intention && orNull(wishes) === session.wishes;
  return (
    <Card title={t('session.wishes.title')} className={styles.form}>
      <Field label={t('session.wishes.intention')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={intention}
            maxLength={2000}
            onChange={(event) => setIntention(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('session.wishes.wishes')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={wishes}
            maxLength={2000}
            onChange={(event) => setWishes(event.target.value)}
          />
        )}
      </Field>
      <ActProblem act={act} />
      <Button
        tone={same ? 'plain' : 'primary'}
        disabled={same || act.busy}
        onClick={() => void act.run({ type: 'noteWishes', intention: orNull(intention), wishes: orNull(wishes) })}
      >
        {same && (session.intention ?? session.wishes) !== null ? t('session.wishes.kept') : t('session.wishes.keep')}
      </Button>
    </Card>
  );
}
