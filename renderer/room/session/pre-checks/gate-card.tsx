import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { baselineOf } from '../../../../shared/session/blockers.ts';
import { can } from '../../../../shared/session/can.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import { formatCountdown } from '../../../../shared/time/format.ts';
import { attentionLevels } from '../../../../shared/vitals/attention-levels.ts';
import { gateReasons, isOfCuff } from '../../../../shared/vitals/gate.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { usePress } from '../act.tsx';
import { BandSign } from '../figures/band-sign.tsx';
import { OrdersToSign } from '../finished/orders-to-sign.tsx';
import { timeOfDay } from '../format.ts';
import { useView, useViewNow } from '../view.ts';
import { gateWords } from './gate-words.ts';
import { GateDialog } from './gate-dialog.tsx';
import styles from './pre-checks.module.css';

/** Outside the limits before the start: which figure by which limit; rest and repeat first; then the prescriber decides. Nothing while it is not. */
export function GateCard(): ReactElement | null {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const press = usePress();
  const [deciding, setDeciding] = useState(false);
  const latest = session.readings.findLast((reading) => reading.parts !== null && reading.withdrawn === null);
  const shown = baselineOf(session) ?? latest;
  if (shown?.parts == null) return null;
  const reasons = gateReasons(protocol.bands, shown.parts);
  if (reasons.length === 0) return null;
  const may = can(session);
  const instruction = protocol.bands.instructions.preStart;
  const last = session.gateDecisions.at(-1);
  return (
    <Card title={t('attention.gate.card')}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.field}>
            <strong>{gateWords(t, reason)}</strong> <BandSign band={reason.band} />
          </li>
        ))}
      </ul>
      <p>{t(reasons.some(isOfCuff) ? 'attention.gate.rest' : 'attention.gate.restOnly')}</p>
      {instruction === null ? null : <p>{t('attention.instruction', { text: instruction })}</p>}
      {last === undefined ? null : (
        <p>
          {t('attention.gate.decided', {
            time: timeOfDay(last.at),
            decision: t(`attention.gate.decisions.${last.decision}`),
            reason: last.reason,
          })}
        </p>
      )}
      <OrdersToSign />
      <div className={styles.gate}>
        <Rest />
        <Button tone="primary" disabled={!may.beginBaselineRest} onClick={() => press({ type: 'beginBaselineRest' })}>
          {t('attention.gate.begin', { minutes: protocol.readingRules.baselineRestMs / 60_000 })}
        </Button>
        <Button disabled={!may.decideGate} onClick={() => setDeciding(true)}>
          {t('attention.gate.open')}
        </Button>
      </div>
      {may.decideGate ? null : <p className={styles.soft}>{t('attention.gate.baselineFirst')}</p>}
      {deciding ? <GateDialog onClose={() => setDeciding(false)} /> : null}
    </Card>
  );
}

/** What is left of the rest, or that it is over. */
function Rest(): ReactElement | null {
  const { t } = useTranslation();
  const { session, now } = useViewNow();
  if (session.baselineRest === null) return null;
  const { fromLifeMs, restMs } = session.baselineRest;
  const leftMs = fromLifeMs + restMs - lifeMs(session, now);
  return (
    <strong role="timer">
      <span aria-hidden="true">{attentionLevels.reminder.sign} </span>
      {leftMs > 0 ? t('attention.gate.left', { time: formatCountdown(leftMs) }) : t('attention.gate.over')}
    </strong>
  );
}
