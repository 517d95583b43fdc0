import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { baselineOf } from '../../../../shared/session/blockers.ts';
import { can } from '../../../../shared/session/can.ts';
import { restLeftMs } from '../../../../shared/session/gate-state.ts';
import { gateReasons, isOfCuff } from '../../../../shared/vitals/gate.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { usePress } from '../act.tsx';
import { BandSign } from '../figures/band-sign.tsx';
import { OrdersToSign } from '../finished/orders-to-sign.tsx';
import { timeOfDay } from '../format.ts';
import { staffName, useStaff } from '../staff.ts';
import { useView } from '../view.ts';
import { gateWords } from './gate-words.ts';
import { GateDialog } from './gate-dialog.tsx';
import { RestLeft } from './rest-left.tsx';
import styles from './pre-checks.module.css';

/** Outside the limits before the start: which figure by which limit; rest and repeat first; then the prescriber decides. Nothing while it is not. */
export function GateCard(): ReactElement | null {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const press = usePress();
  const staff = useStaff();
  const [deciding, setDeciding] = useState(false);
  const latest = session.readings.findLast((reading) => reading.parts !== null && reading.withdrawn === null);
  const shown = baselineOf(session) ?? latest;
  if (shown?.parts == null) return null;
  const reasons = gateReasons(protocol.bands, shown.parts);
  if (reasons.length === 0) return null;
  const may = can(session);
  const instruction = protocol.bands.instructions.preStart;
  const last = session.gateDecisions.at(-1);
  const resting = restLeftMs(session, 0) !== null;
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
            who: last.by.kind === 'prescriber' ? staffName(staff, last.by.staffId) : last.by.prescriber,
            decision: t(`attention.gate.decisions.${last.decision}`),
            reason: last.reason,
          })}
        </p>
      )}
      <OrdersToSign />
      <div className={styles.gate}>
        <RestLeft />
        <Button
          {...(resting ? {} : { tone: 'primary' })}
          disabled={!may.beginBaselineRest}
          onClick={() => press({ type: 'beginBaselineRest' })}
        >
          {t(resting ? 'attention.gate.anew' : 'attention.gate.begin', {
            minutes: protocol.readingRules.baselineRestMs / 60_000,
          })}
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
