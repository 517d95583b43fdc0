import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { useShell } from '../../../client/shell-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { SessionDialog } from '../session-dialog.tsx';
import { FiguresCard } from '../figures/figures-card.tsx';
import { Notices } from '../frame/notices.tsx';
import { DebriefCard } from '../practice/debrief-card.tsx';
import { AdverseDialog } from '../marks/adverse-dialog.tsx';
import { AdverseList } from '../marks/adverse-list.tsx';
import { ReadingCard } from '../reading/reading-card.tsx';
import { DoseCard } from '../recovery/dose-card.tsx';
import { OwnWords } from '../recovery/waking-card.tsx';
import { TimelineCard } from '../timeline/timeline-card.tsx';
import { useView } from '../view.ts';
import { OrdersToSign } from './orders-to-sign.tsx';
import { Summary } from './summary.tsx';
import styles from './finished.module.css';

/** It is over: what it was, in a few figures; late entries; the way to the record and back to the start. */
export function FinishedScreen(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const shell = useShell();
  const given = session.phase === 'finished';
  return (
    <main className={styles.screen}>
      {given ? <TimelineCard /> : null}
      <Notices />
      <OrdersToSign />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Card title={t('session.finished.title')}>
            <Summary />
          </Card>
          <DebriefCard />
          {given ? <FiguresCard /> : null}
        </div>
        <div className={classes(styles.stack, styles.side)}>
          <Card title={t('session.finished.onward')} className={styles.onward}>
            <Button
              tone="primary"
              onClick={() => shell.read({ sessionId: session.sessionId, practice: session.created.practice })}
            >
              {t('session.finished.record')}
            </Button>
            <Button onClick={() => shell.go('start')}>{t('session.finished.start')}</Button>
          </Card>
          {can(session).noteAdverseEvent ? <AdverseCard /> : null}
          {given && can(session).keepOwnWords ? <LateEntries /> : null}
        </div>
      </div>
    </main>
  );
}

/** What went wrong or hurt, and what became of it: it may be filled in when the patient has left. */
function AdverseCard(): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Card title={null} label={t('adverse.list')} className={styles.onward}>
      <AdverseList />
      <Button onClick={() => setOpen(true)}>{t('adverse.open')}</Button>
      {open ? <AdverseDialog mark={null} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

/** What was said or measured and not yet written: it carries its own time and says that it came late. */
function LateEntries(): ReactElement {
  const { t } = useTranslation();
  const [reading, setReading] = useState(false);
  return (
    <Card title={t('session.finished.late')} className={styles.onward}>
      <OwnWords />
      <Button onClick={() => setReading(true)}>{t('session.finished.lateReading')}</Button>
      {reading ? (
        <SessionDialog
          title={t('session.finished.lateReading')}
          wide
          onClose={() => setReading(false)}
          foot={<Button onClick={() => setReading(false)}>{t('common.close')}</Button>}
        >
          <ReadingCard title={null} autoFocus />
          <DoseCard />
        </SessionDialog>
      ) : null}
    </Card>
  );
}
