import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { asksForPump, walkers, type AwayState } from '../../../../shared/session/away-state.ts';
import { can } from '../../../../shared/session/can.ts';
import { formatElapsed } from '../../../../shared/time/format.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { usePress } from '../act.tsx';
import { useView } from '../view.ts';
import styles from './strip.module.css';

export interface AwayChipProps {
  readonly away: AwayState;
  readonly isNewest: boolean;
  readonly ageMs: number;
}

/** The patient is up, and for how long: is the pump running, who walks with them, and the way back. */
export function AwayChip({ away, isNewest, ageMs }: AwayChipProps): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const may = can(session);
  const who = away.walker === null ? null : t(`events.up.walkers.${away.walker}`);
  return (
    <div className={classes(styles.older, isNewest && styles.grows)}>
      <span className={styles.words}>
        <strong>{t('events.up.for', { time: formatElapsed(ageMs) })}</strong>
        {who === null || !isNewest ? null : `, ${who}`}
      </span>
      {asksForPump(session) ? (
        <span className={styles.presses} role="group" aria-label={t('events.up.pump')}>
          <span className={styles.asks}>{t('events.up.pump')}</span>
          <Button onClick={() => press({ type: 'pumpRunsWhileUp' })}>{t('events.up.pumpRuns')}</Button>
          <Button
            disabled={!may.pausePump}
            onClick={() => press({ type: 'pausePump', reason: 'patientUp', pumpStands: true, note: null, agoMs: 0 })}
          >
            {t('events.up.pumpStopped')}
          </Button>
        </span>
      ) : null}
      {/* One question at a time: a call beside it keeps its place in the same row. */}
      {isNewest && away.walker === null && !asksForPump(session) ? (
        <span className={styles.presses} role="group" aria-label={t('events.up.with')}>
          <span className={styles.asks}>{t('events.up.with')}</span>
          {walkers.map((walker) => (
            <Button key={walker} onClick={() => press({ type: 'patientWalks', walker })}>
              {t(`events.up.walker.${walker}`)}
            </Button>
          ))}
        </span>
      ) : null}
      <Button disabled={!may.patientBack} className={styles.last} onClick={() => press({ type: 'patientBack' })}>
        {t('events.up.back')}
      </Button>
    </div>
  );
}
