import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../shared/assert-never.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { CountdownCard } from '../countdown/countdown-card.tsx';
import { FiguresCard } from '../figures/figures-card.tsx';
import { LastFigures } from '../figures/last-figures.tsx';
import { Notices } from '../frame/notices.tsx';
import { LightsPanel } from '../lights/lights-panel.tsx';
import { OpenStrip } from '../marks/open-strip.tsx';
import { MusicPanel } from '../music/music-panel.tsx';
import { ReadingCard } from '../reading/reading-card.tsx';
import { DoseCard } from './dose-card.tsx';
import { LeavingCard } from './leaving-card.tsx';
import { RestCard } from './rest-card.tsx';
import { ScoreCard } from './score-card.tsx';
import { WakingCard } from './waking-card.tsx';
import frame from '../frame/frame.module.css';
import styles from './recovery.module.css';

const tabs = ['waking', 'readings', 'dose', 'score', 'leaving'] as const;
type Tab = (typeof tabs)[number];

/** Coming back: gently, readings at hand, and the way out one part at a time. */
export function RecoveryView(): ReactElement {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('waking');
  return (
    <main className={frame.columns}>
      <div className={frame.column}>
        <CountdownCard />
        <RestCard />
      </div>
      <div className={frame.column}>
        <Notices />
        {/* Hidden, not gone: what is half typed stays. */}
        <div hidden={tab === 'score' || tab === 'leaving'}>
          <ReadingCard title={null} autoFocus={false} />
        </div>
        <Segmented
          label={t('session.recovery.parts')}
          labelHidden
          options={tabs.map((value) => ({ value, label: t(`session.recovery.tabs.${value}`) }))}
          value={tab}
          onChange={setTab}
        />
        <div className={styles.part}>
          <Part tab={tab} />
        </div>
      </div>
      <div className={frame.column}>
        <MusicPanel />
        <LightsPanel />
      </div>
      <OpenStrip />
    </main>
  );
}

function Part({ tab }: { readonly tab: Tab }): ReactElement {
  switch (tab) {
    case 'waking':
      return <WakingCard />;
    case 'readings':
      return (
        <>
          <LastFigures />
          <FiguresCard />
        </>
      );
    case 'dose':
      return <DoseCard />;
    case 'score':
      return <ScoreCard />;
    case 'leaving':
      return <LeavingCard />;
    default:
      return assertNever(tab);
  }
}
