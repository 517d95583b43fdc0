import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../client/shell-context.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notices } from './frame/notices.tsx';
import { LightsPanel } from './lights/lights-panel.tsx';
import { OpenStrip } from './marks/open-strip.tsx';
import { MusicPanel } from './music/music-panel.tsx';
import { ReadingCard } from './reading/reading-card.tsx';
import { useView } from './view.ts';
import styles from './frame/frame.module.css';

/** The locked screen where there is no countdown: nothing of the patient, but music, light and a new reading as ever. */
export function LockedView(): ReactElement {
  const { session } = useView();
  const over = session.phase === 'finished' || session.phase === 'notGiven';
  return (
    <main className={styles.columns}>
      <div className={styles.column}>
        <LockedCard />
      </div>
      <div className={styles.column}>
        <Notices />
        {over ? null : <ReadingCard title={null} autoFocus={false} />}
      </div>
      <div className={styles.column}>
        {over ? null : <MusicPanel />}
        {over ? null : <LightsPanel />}
      </div>
      <OpenStrip />
    </main>
  );
}

/** What is hidden, and the way to see it. */
export function LockedCard(): ReactElement {
  const { t } = useTranslation();
  const shell = useShell();
  return (
    <Card title={t('session.locked.title')} className={styles.locked}>
      <p>{t('session.locked.words')}</p>
      <Button tone="primary" onClick={shell.askSignIn}>
        {t('session.header.signIn')}
      </Button>
    </Card>
  );
}
