import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import type { ReadingState } from '../../../../shared/session/reading-state.ts';
import { gateOf, gateReasons, isOfCuff } from '../../../../shared/vitals/gate.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { BandSign } from '../figures/band-sign.tsx';
import { timeOfDay } from '../format.ts';
import { ReadingCard } from '../reading/reading-card.tsx';
import { readingWords } from '../reading/words.ts';
import { useView } from '../view.ts';
import { CuffChoice } from './cuff-choice.tsx';
import { GateCard } from './gate-card.tsx';
import styles from './pre-checks.module.css';

/** Readings before the start; one of them is accepted as the baseline that all later ones are held against. */
export function BaselineStep(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const act = useAct();
  const readings = session.readings.filter((reading) => reading.withdrawn === null && reading.parts !== null);
  return (
    <>
      <ReadingCard title={t('readings.baseline')} autoFocus={session.readings.length === 0} />
      <GateCard />
      {readings.length === 0 ? null : (
        <Card title={t('session.baseline.choose')}>
          <ul>
            {readings.toReversed().map((reading) => (
              <BaselineLine
                key={reading.readingId}
                reading={reading}
                accepted={reading.readingId === session.baselineId}
                disabled={!can(session).acceptBaseline || act.busy}
                onAccept={() => void act.run({ type: 'acceptBaseline', readingId: reading.readingId })}
              />
            ))}
          </ul>
          <ActProblem act={act} />
        </Card>
      )}
    </>
  );
}

interface BaselineLineProps {
  readonly reading: ReadingState;
  readonly accepted: boolean;
  readonly disabled: boolean;
  readonly onAccept: () => void;
}

function BaselineLine({ reading, accepted, disabled, onAccept }: BaselineLineProps): ReactElement | null {
  const { t } = useTranslation();
  const { protocol } = useView();
  if (reading.parts === null) return null;
  const gate = gateOf(protocol.bands, reading.parts);
  const isCuff = gateReasons(protocol.bands, reading.parts).some(isOfCuff);
  return (
    <li className={styles.baseline}>
      <span className={styles.soft}>{timeOfDay(reading.takenAt)}</span>
      <span className={styles.baselineWords}>
        {readingWords(t, reading.parts)} <BandSign band={gate} />
        {gate === 'ok' ? null : <span className={styles.soft}> {t('session.baseline.gate')}</span>}
      </span>
      {isCuff ? <CuffChoice readingId={reading.readingId} /> : null}
      {accepted ? (
        <strong className={styles.accepted}>
          <span aria-hidden="true">✓ </span>
          {t('session.baseline.accepted')}
        </strong>
      ) : (
        <Button tone="primary" disabled={disabled} onClick={onAccept}>
          {t('session.baseline.accept')}
        </Button>
      )}
    </li>
  );
}
