import type { ReactElement, ReactNode } from 'react';
import { useShown } from './patient-context.ts';
import { Landscape } from './landscape.tsx';
import { StaffCorner } from './staff-corner.tsx';
import styles from './resting-screen.module.css';

/** A still picture that belongs to nobody. */
const view = { title: 'Dusk', tracks: [] } as const;

export interface RestingScreenProps {
  /** Null: one has to wait a moment. */
  readonly title: string | null;
  readonly text: string;
  /** What can be pressed below the words. */
  readonly children?: ReactNode;
}

/** What is shown before, after and in the place of the questions: nothing of any patient. */
export function RestingScreen({ title, text, children }: RestingScreenProps): ReactElement {
  const { staff } = useShown();
  return (
    <main className={styles.rest}>
      <Landscape set={view} className={styles.view} />
      {title === null ? (
        <p className="heard">{text}</p>
      ) : (
        <div className={styles.words}>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.text}>{text}</p>
          {children}
        </div>
      )}
      {staff.length === 0 ? null : (
        <div className={styles.corner}>
          <StaffCorner />
        </div>
      )}
    </main>
  );
}
