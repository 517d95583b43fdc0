import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { phoneAfter, phoneStepNow } from '../../../../shared/intake/phone-step.ts';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useSecond } from '../../../client/clock.ts';
import { useView } from '../view.ts';
import { OtherMusic } from './other-music.tsx';
import styles from './music.module.css';

/** The patient's own phone: what is to be done by hand, and when. Nothing here can be pressed but something else in its place. */
export function PhonePanel(): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('intake.phone.title')} className={styles.card}>
      <p className={styles.set}>{t('intake.phone.words')}</p>
      <PhoneSteps />
      <Instead />
    </Card>
  );
}

/** "Quiet, please": nothing plays, and a word of the patient changes that. */
export function QuietPanel(): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('intake.quiet.title')} className={styles.card}>
      <p className={styles.set}>{t('intake.quiet.words')}</p>
      <Instead />
    </Card>
  );
}

/** What to do now, large, and what follows. */
function PhoneSteps(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const current = useSecond((now) => phoneStepNow(session, protocol, now));
  const then = phoneAfter[current];
  return (
    <>
      <p className={styles.phone} role="status">
        {t(`intake.phone.steps.${current}`)}
      </p>
      {then === null ? null : <p>{t('intake.phone.after', { step: t(`intake.phone.steps.${then}`) })}</p>}
    </>
  );
}

function Instead(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.volume}>
      <Button disabled={!can(session).chooseMusic} onClick={() => setAsking(true)}>
        {t('session.music.other')}
      </Button>
      {asking ? <OtherMusic onClose={() => setAsking(false)} /> : null}
    </div>
  );
}
