import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { zoomedRange } from '../../shared/chart/zoom.ts';
import { Button } from '../ui/button.tsx';
import type { Zoom } from './use-zoom.ts';
import styles from './chart.module.css';

/** Nearer, further and everything again, by one press each. */
export function ZoomTools({ zoom: { range, whole, all, show } }: { readonly zoom: Zoom }): ReactElement {
  const { t } = useTranslation();
  const middle = (range.fromMs + range.toMs) / 2;
  return (
    <span className={styles.tools}>
      <Button aria-label={t('chart.zoom.nearer')} onClick={() => show(zoomedRange(range, whole, 0.5, middle))}>
        +
      </Button>
      <Button aria-label={t('chart.zoom.further')} onClick={() => show(zoomedRange(range, whole, 2, middle))}>
        −
      </Button>
      <Button disabled={all} onClick={() => show(whole)}>
        {t('chart.zoom.all')}
      </Button>
    </span>
  );
}
