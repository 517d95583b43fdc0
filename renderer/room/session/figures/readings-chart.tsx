import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCanvas } from '../../../chart/chart-canvas.tsx';
import { chartWords } from '../../../chart/chart-words.ts';
import { useChart } from '../../../chart/use-chart.ts';
import { useRequest } from '../../../client/use-request.ts';
import { useView } from '../view.ts';
import { LargeChart } from './large-chart.tsx';
import styles from './readings-chart.module.css';

/** The readings drawn, as large as there is room; pressed, all of the session's chart. The table says the same in figures. */
export function ReadingsChart(): ReactElement {
  const { t } = useTranslation();
  const view = useView();
  const { data: earlier } = useRequest('session.earlier', { sessionId: view.session.sessionId });
  const model = useChart(view, earlier);
  const text = useMemo(() => chartWords(t, view.session), [t, view.session]);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.small} aria-label={t('chart.larger')} onClick={() => setOpen(true)}>
        <ChartCanvas model={model} text={text} chosen={null} />
        <span className={styles.sign} aria-hidden="true">
          ⤢
        </span>
      </button>
      {open ? <LargeChart model={model} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
