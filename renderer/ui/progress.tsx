import type { ReactElement } from 'react';
import styles from './progress.module.css';

/** How far something is, 0 to 1; a picture only, since the words beside it say the same. */
export function Progress({ share }: { readonly share: number }): ReactElement {
  return (
    <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="4" className={styles.track} />
      <rect width={Math.min(1, Math.max(0, share)) * 100} height="4" className={styles.done} />
    </svg>
  );
}
