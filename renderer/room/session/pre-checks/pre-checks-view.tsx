import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { lookAt } from '../../../../shared/pc/pc-check.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { usePress } from '../act.tsx';
import { CheckGroup } from '../check-group.tsx';
import { Notices } from '../frame/notices.tsx';
import { IntakeCard } from '../intake/intake-card.tsx';
import { useView } from '../view.ts';
import { useRequest } from '../../../client/use-request.ts';
import { BaselineStep } from './baseline-step.tsx';
import { ComputerStep, computerStep, type AskedPc } from './computer-step.tsx';
import { LastTimeCard } from './last-time-card.tsx';
import { OpenNextNote } from './next-note-line.tsx';
import { OrderStep } from './order-step.tsx';
import { StartPanel } from './start-panel.tsx';
import { StepList } from './step-list.tsx';
import { stepsOf, type Step } from './steps.ts';
import { WishesStep } from './wishes-step.tsx';
import styles from './pre-checks.module.css';

/** Everything before the start: steps at the left, the one in hand in the middle, what is still missing at the right. */
export function PreChecksView(): ReactElement {
  const { session, protocol } = useView();
  const computer = useRequest('pc.look', {});
  const [step, setStep] = useState<Step>(
    () => stepsOf(session, protocol).find((state) => !state.done)?.step ?? 'person',
  );
  if (session.phase === 'draft') return <Draft />;
  const steps = [...stepsOf(session, protocol), computerStep(computer.data?.results ?? null)];
  const next = steps[steps.findIndex((state) => state.step === step) + 1] ?? null;
  return (
    <main className={styles.view}>
      <StepList steps={steps} current={step} onGo={setStep} />
      <div className={styles.middle}>
        <Notices />
        {step === 'person' ? <LastTimeCard /> : <OpenNextNote />}
        <StepBody step={step} computer={computer} />
        {next === null ? null : <NextStep to={next.step} onGo={setStep} />}
      </div>
      <StartPanel onGo={setStep} toLookAt={lookAt(computer.data?.results ?? [])} />
    </main>
  );
}

function NextStep({ to, onGo }: { readonly to: Step; readonly onGo: (step: Step) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.next}>
      <Button onClick={() => onGo(to)}>{t('session.steps.next', { step: t(`session.steps.names.${to}`) })}</Button>
    </div>
  );
}

function StepBody({ step, computer }: { readonly step: Step; readonly computer: AskedPc }): ReactElement {
  const { t } = useTranslation();
  if (step === 'order') return <OrderStep />;
  if (step === 'baseline') return <BaselineStep />;
  if (step === 'wishes') return <WishesStep />;
  if (step === 'computer') return <ComputerStep asked={computer} />;
  return (
    <Card title={t(`session.steps.names.${step}`)}>
      <CheckGroup list="preChecks" groups={[step]} />
    </Card>
  );
}

function Draft(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  return (
    <main className={styles.draft}>
      <Notices />
      <LastTimeCard />
      <Card title={t('session.draft.title')}>
        <p>{t('session.draft.words', { minutes: session.plannedMs / 60_000 })}</p>
        <Button tone="primary" autoFocus className={styles.begin} onClick={() => press({ type: 'beginPreChecks' })}>
          {t('session.draft.begin')}
        </Button>
      </Card>
      <IntakeCard />
    </main>
  );
}
