import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startBlockers } from '../../../../shared/session/blockers.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { OutputBeforeStart } from '../../../headphones/before-start.tsx';
import { usePress } from '../act.tsx';
import { blockerWords } from '../check-words.ts';
import { useViewNow } from '../view.ts';
import { NotGivenDialog } from './not-given-dialog.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { StartButton } from './start-button.tsx';
import { blockerLines, type Step } from './steps.ts';
import styles from './pre-checks.module.css';

export interface StartPanelProps {
  readonly onGo: (step: Step) => void;
  /** Things about this computer that somebody should look at; they hold nothing up. */
  readonly toLookAt: number;
}

/** The one place that says what is missing, and the one act that starts. */
export function StartPanel({ onGo, toLookAt }: StartPanelProps): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const press = usePress();
  const [open, setOpen] = useState<'override' | 'notGiven' | null>(null);
  const blockers = startBlockers(session, protocol, lifeMs(session, now));
  const may = can(session);
  return (
    <Card title={t('session.start.title')} className={styles.startPanel}>
      {blockers.length === 0 ? (
        <p className={styles.clear}>
          <span aria-hidden="true">✓ </span>
          {t('session.start.clear')}
        </p>
      ) : (
        <>
          <p className={styles.blocked}>{t('session.start.blocked', { count: blockers.length })}</p>
          <ul className={styles.blockers}>
            {blockerLines(blockers, protocol).map((line) => (
              <li key={line.kind === 'one' ? line.blocker.key : line.step}>
                <button type="button" className={styles.blocker} onClick={() => onGo(line.step)}>
                  <span aria-hidden="true">○</span>{' '}
                  {line.kind === 'one'
                    ? blockerWords(t, line.blocker, protocol)
                    : t('session.start.openItems', { step: t(`session.steps.names.${line.step}`), count: line.count })}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {session.override === null ? null : (
        <p className={styles.overridden}>{t('session.override.stands', { reason: session.override.reason })}</p>
      )}
      {toLookAt === 0 || blockers.length > 0 ? null : (
        <p role="status">
          <span className={styles.look} aria-hidden="true">
            ◆{' '}
          </span>
          {t('pcChecks.lookAt', { count: toLookAt })}
        </p>
      )}
      <OutputBeforeStart />
      <div className={styles.acts}>
        <Button disabled={!may.settleIn} onClick={() => press({ type: 'settleIn' })}>
          {session.settledIn ? t('session.start.settled') : t('session.start.settleIn')}
        </Button>
        <StartButton ready={may.start && blockers.length === 0} />
        <div className={styles.ways}>
          <Button
            disabled={!may.override || !blockers.some((blocker) => blocker.overridable)}
            onClick={() => setOpen('override')}
          >
            {t('session.override.open')}
          </Button>
          <Button onClick={() => setOpen('notGiven')}>{t('session.notGiven.open')}</Button>
        </div>
      </div>
      {open === 'override' ? <OverrideDialog onClose={() => setOpen(null)} /> : null}
      {open === 'notGiven' ? <NotGivenDialog onClose={() => setOpen(null)} /> : null}
    </Card>
  );
}
