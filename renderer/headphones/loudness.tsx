import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import {
  dbaAt,
  HIGHEST_CAP_DBA,
  LOWEST_CAP_DBA,
  shareFor,
  weeklyShare,
  type Headphones,
} from '../../shared/music/hearing.ts';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { dayOf } from '../i18n/format.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { CalibrateDialog } from './calibrate-dialog.tsx';
import styles from './headphones.module.css';
import { Stepper } from './stepper.tsx';

const RELATIVE_STEP = 0.05;
const SESSION_HOURS = 1;
const SESSIONS_A_WEEK = 5;

interface LoudnessProps {
  readonly headphones: Headphones;
  readonly there: boolean;
}

/** How loud these headphones may be, a low tone for each ear, and the way to measure them. */
export function Loudness({ headphones, there }: LoudnessProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [calibrating, setCalibrating] = useState(false);
  const setCap = async (cap: number): Promise<void> => {
    const answer = await client.request('output.setCap', { label: headphones.label, cap });
    setFailure(answer.ok ? null : answer);
  };
  const test = async (ear: 'left' | 'right'): Promise<void> => {
    const answer = await client.request('output.probe', { sound: { kind: 'ear', ear } });
    setFailure(answer.ok ? null : answer);
  };
  return (
    <>
      <Cap headphones={headphones} onCap={(cap) => void setCap(cap)} />
      <div className={styles.acts} role="group" aria-label={t('headphones.ear.title')}>
        <span className={styles.soft}>{t('headphones.ear.title')}</span>
        <Button disabled={!there} onClick={() => void test('left')}>
          {t('headphones.ear.left')}
        </Button>
        <Button disabled={!there} onClick={() => void test('right')}>
          {t('headphones.ear.right')}
        </Button>
        <Button disabled={!there} onClick={() => setCalibrating(true)}>
          {t('headphones.calibrate.open')}
        </Button>
      </div>
      {failure === null ? null : (
        <Banner tone="red">
          {failureText(failure).say} {failureText(failure).next}
        </Banner>
      )}
      {calibrating ? <CalibrateDialog headphones={headphones} onClose={() => setCalibrating(false)} /> : null}
    </>
  );
}

function Cap({
  headphones,
  onCap,
}: {
  readonly headphones: Headphones;
  readonly onCap: (cap: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { cap, fullDbA, calibratedAt } = headphones;
  if (fullDbA === null || calibratedAt === null) {
    const steps = Math.round(cap / RELATIVE_STEP);
    const to = (wanted: number) =>
      wanted < 1 || wanted > 1 / RELATIVE_STEP ? null : () => onCap(wanted * RELATIVE_STEP);
    return (
      <>
        <Stepper
          label={t('headphones.cap.title')}
          words={t('headphones.cap.relative', { percent: Math.round(cap * 100) })}
          onLess={to(steps - 1)}
          onMore={to(steps + 1)}
        />
        <p className={styles.soft}>{t('headphones.cap.relativeHint')}</p>
      </>
    );
  }
  const dba = Math.round(dbaAt(fullDbA, cap));
  const highest = Math.min(HIGHEST_CAP_DBA, Math.round(fullDbA));
  const to = (wanted: number) =>
    wanted < LOWEST_CAP_DBA || wanted > highest ? null : () => onCap(shareFor(fullDbA, wanted));
  const share = weeklyShare(dba, SESSION_HOURS * SESSIONS_A_WEEK) * 100;
  return (
    <>
      <Stepper
        label={t('headphones.cap.title')}
        words={t('headphones.cap.dba', { dba })}
        onLess={to(dba - 1)}
        onMore={to(dba + 1)}
      />
      <p className={styles.soft}>
        {t('headphones.cap.dbaHint', {
          day: dayOf(calibratedAt),
          hours: SESSION_HOURS,
          share: share < 1 ? share.toFixed(1) : Math.round(share),
        })}
      </p>
    </>
  );
}
