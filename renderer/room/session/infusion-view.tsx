import type { ReactElement } from 'react';
import { CountdownCard } from './countdown/countdown-card.tsx';
import { PumpControls } from './countdown/pump-controls.tsx';
import { FiguresCard } from './figures/figures-card.tsx';
import { LastFigures } from './figures/last-figures.tsx';
import { LightsPanel } from './lights/lights-panel.tsx';
import { MusicPanel } from './music/music-panel.tsx';
import { ReadingCard } from './reading/reading-card.tsx';
import styles from './frame/frame.module.css';

/** The hour itself: countdown at the left, readings in the middle, music and light at the right; nothing scrolls. */
export function InfusionView(): ReactElement {
  return (
    <main className={styles.columns}>
      <div className={styles.column}>
        <CountdownCard />
        <PumpControls />
      </div>
      <div className={styles.column}>
        <ReadingCard title={null} autoFocus={false} />
        <LastFigures />
        <FiguresCard />
      </div>
      <div className={styles.column}>
        <MusicPanel />
        <LightsPanel />
      </div>
    </main>
  );
}
