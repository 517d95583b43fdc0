import type { ReactElement } from 'react';
import { CountdownCard } from './countdown/countdown-card.tsx';
import { PumpControls } from './countdown/pump-controls.tsx';
import { FiguresCard } from './figures/figures-card.tsx';
import { LastFigures } from './figures/last-figures.tsx';
import { Notices } from './frame/notices.tsx';
import { LightsPanel } from './lights/lights-panel.tsx';
import { LockedCard } from './locked-view.tsx';
import { OpenStrip } from './marks/open-strip.tsx';
import { MusicPanel } from './music/music-panel.tsx';
import { ReadingCard } from './reading/reading-card.tsx';
import { useLocked } from './view.ts';
import styles from './frame/frame.module.css';

/** The hour itself: countdown at the left, readings in the middle, music and light at the right; nothing scrolls. */
export function InfusionView(): ReactElement {
  const locked = useLocked();
  return (
    <main className={styles.columns}>
      <div className={styles.column}>
        <CountdownCard />
        <PumpControls />
      </div>
      <div className={styles.column}>
        <Notices />
        <ReadingCard title={null} autoFocus={false} />
        <LastFigures />
        {locked ? <LockedCard /> : <FiguresCard />}
      </div>
      <div className={styles.column}>
        <MusicPanel />
        <LightsPanel />
      </div>
      <OpenStrip />
    </main>
  );
}
