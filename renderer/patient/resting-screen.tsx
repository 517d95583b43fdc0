import type { ReactElement } from 'react';
import { useShown } from './patient-context.ts';
import { Landscape } from './landscape.tsx';
import { StaffCorner } from './staff-corner.tsx';
import { usePatientText } from './use-patient-text.ts';
import styles from './resting-screen.module.css';

/** A still picture that belongs to nobody. */
const view = { title: 'Dusk', tracks: [] } as const;

/** What is shown before and after the questions: nothing of any patient. */
export function RestingScreen({ waiting }: { readonly waiting: boolean }): ReactElement {
  const t = usePatientText();
  const { staff } = useShown();
  return (
    <main className={styles.rest}>
      <Landscape set={view} className={styles.view} />
      {waiting ? (
        <p className="heard">{t('waiting')}</p>
      ) : (
        <div className={styles.words}>
          <h1 className={styles.title}>{t('resting.title')}</h1>
          <p className={styles.text}>{t('resting.text')}</p>
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
