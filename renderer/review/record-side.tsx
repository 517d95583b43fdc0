import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Earlier } from '../../shared/chart/earlier.ts';
import { useChart } from '../chart/use-chart.ts';
import { useZoom } from '../chart/use-zoom.ts';
import { ZoomChart } from '../chart/zoom-chart.tsx';
import { ZoomTools } from '../chart/zoom-tools.tsx';
import type { SessionView } from '../client/store.ts';
import { Segmented } from '../ui/segmented.tsx';
import { ChainPanel, type Checked } from './chain-line.tsx';
import { ProtocolPanel } from './protocol-panel.tsx';
import { ReadBy } from './read-by.tsx';
import { ReadingsTable } from './readings-table.tsx';
import type { SentenceContext } from './sentences.ts';
import { timeIn } from './words/context.ts';
import { WordsPanel } from './words-panel.tsx';
import styles from './review.module.css';

/** What stands beside the chronological record. */
const panels = ['chart', 'readings', 'words', 'proof'] as const;
type Panel = (typeof panels)[number];

export interface RecordSideProps {
  readonly view: SessionView;
  readonly context: SentenceContext;
  /** The course's earlier infusions, behind the chart; null until they are known. */
  readonly earlier: Earlier | null;
  readonly checked: Checked | null;
}

/** The chart, or what is read instead of it. What makes the chart larger stands in the row of the choice: the chart needs the height. */
export function RecordSide({ view, context, earlier, checked }: RecordSideProps): ReactElement {
  const { t } = useTranslation();
  const [panel, setPanel] = useState<Panel>('chart');
  const zoom = useZoom(useChart(view, earlier));
  return (
    <section className={styles.side} aria-label={t('review.panel')}>
      <div className={styles.sideHead}>
        <Segmented
          label={t('review.panel')}
          labelHidden
          options={panels.map((value) => ({ value, label: t(`review.panels.${value}`) }))}
          value={panel}
          onChange={setPanel}
        />
        {panel === 'chart' ? <ZoomTools zoom={zoom} /> : null}
      </div>
      {panel === 'chart' ? (
        <ZoomChart session={view.session} zoom={zoom} />
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t(`review.panels.${panel}`)}>
          {panel === 'readings' ? <ReadingsTable context={context} /> : null}
          {panel === 'words' ? <WordsPanel view={view} nameOf={context.nameOf} /> : null}
          {panel === 'proof' ? (
            <>
              <ChainPanel checked={checked} practice={view.session.created.practice} />
              <p>{t('review.roomHeld', { who: watchWords(context) })}</p>
              <ReadBy context={context} />
              <ProtocolPanel protocol={view.protocol} />
            </>
          ) : null}
        </div>
      )}
    </section>
  );
}

/** Who had the room, and from when: what holds for every minute until the next. */
function watchWords(context: SentenceContext): string {
  const { session, t, nameOf } = context;
  const entries = session.watch.map(({ staffId, at }) =>
    t('handover.from', { name: nameOf(staffId), time: timeIn(context, at) }),
  );
  return entries.length === 0 ? '–' : entries.join(', ');
}
