import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { PracticeAct } from '../../../../shared/practice/acts.ts';
import { planOf } from '../../../../shared/practice/facts.ts';
import { can } from '../../../../shared/session/can.ts';
import type { Session } from '../../../../shared/session/state.ts';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { timeOfDay } from '../format.ts';
import { PaceChoice } from './pace-choice.tsx';
import { useSimulation, type Simulation } from './use-simulation.ts';
import styles from './practice.module.css';

/** Whether a simulated patient is there now. */
export function isSimulated(session: Session): boolean {
  return can(session).practise && planOf(session) !== null;
}

/**
 * The simulated patient: what cuff and oximeter say, what there is to see and hear, and what can be done at their side.
 * It takes the timeline's place, so that the rest of the screen is the one of a real session; what is next stands beside
 * the countdown.
 */
export function PracticeStrip(): ReactElement | null {
  const { t } = useTranslation();
  const press = usePress();
  const simulation = useSimulation();
  if (simulation === null) return null;
  const { cuff, oximeter } = simulation;
  const act = (what: PracticeAct) => () => press({ type: 'practise', act: what });
  return (
    <section className={styles.strip} aria-label={t('practice.label')}>
      <strong className={styles.tag}>{t('practice.tag')}</strong>
      <Cell name={t('practice.cuff')} wide>
        {cuffWords(simulation, t)}
      </Cell>
      <Button disabled={cuff.kind === 'measuring'} onClick={act('cuff')}>
        {t('practice.measure')}
      </Button>
      {cuff.kind === 'failed' ? <Button onClick={act('reseatCuff')}>{t('practice.act.reseatCuff')}</Button> : null}
      <Cell name={t('practice.spo2')}>{oximeter.spo2} %</Cell>
      <Cell name={t('practice.pulse')}>{oximeter.pulse}</Cell>
      <Cell name={t('practice.breaths')}>{oximeter.respirations}</Cell>
      <PatientCell simulation={simulation} />
      <Bedside simulation={simulation} act={act} />
      <PaceChoice />
    </section>
  );
}

function Cell({
  name,
  wide = false,
  children,
}: {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <p className={wide ? styles.wide : styles.cell}>
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>{children}</span>
    </p>
  );
}

/** What the patient says before what there is to see; trouble of the pump before either. */
function PatientCell({ simulation: { patient, pump } }: { readonly simulation: Simulation }): ReactElement {
  const { t } = useTranslation();
  const trouble = pump === 'blocked' || pump === 'free' ? pump : null;
  const seen = t(`practice.look.${patient.look}`);
  const words = patient.says === null ? seen : `${t(`practice.says.${patient.says}`)} ${seen}`;
  return (
    <p className={styles.patient} role="status">
      {trouble === null ? null : (
        <strong className={styles.trouble}>
          <span aria-hidden="true">! </span>
          {t('practice.pump')}: {t(`practice.pumpNow.${trouble}`)}
        </strong>
      )}
      <span className={styles.words}>{words}</span>
    </p>
  );
}

/** What can be done at the bed just now, and only that. */
function Bedside({
  simulation: { patient, pump },
  act,
}: {
  readonly simulation: Simulation;
  readonly act: (what: PracticeAct) => () => void;
}): ReactElement | null {
  const { t } = useTranslation();
  if (pump === 'blocked') return <Button onClick={act('line')}>{t('practice.act.line')}</Button>;
  if (patient.says === 'afraid') return <Button onClick={act('stay')}>{t('practice.act.stay')}</Button>;
  return null;
}

function cuffWords({ cuff, wallAt }: Simulation, t: TFunction): string {
  switch (cuff.kind) {
    case 'none':
      return t('practice.notMeasured');
    case 'measuring':
      return t('practice.measuring', { seconds: Math.ceil(cuff.leftMs / 1000) });
    case 'failed':
      return t(`practice.failed.${cuff.why}`);
    case 'figures': {
      const { systolic, diastolic, atMs } = cuff;
      return t('practice.figures', { systolic, diastolic, time: timeOfDay(wallAt(atMs)) });
    }
  }
}
