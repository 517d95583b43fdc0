import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { chartModel } from '../../shared/chart/model.ts';
import { pictureOf } from '../../shared/chart/picture.ts';
import { createTracker } from '../../shared/chart/tracker.ts';
import { chartWords } from '../chart/chart-words.ts';
import { eventKeys } from '../chart/event-key.ts';
import { ChartSvg } from './chart-svg.tsx';
import type { ToPrint } from './to-print.ts';

/** Of the picture, CSS pixels; on paper it is as wide as the page between its margins. */
const PLACE = { width: 760, height: 400, font: 10.5 } as const;

/** The chart of the session, as on the screen, and what the signs of its events mean. */
export function PrintedChart({ print: { session, job, events } }: { readonly print: ToPrint }): ReactElement {
  const { t } = useTranslation();
  const model = chartModel(session, job.protocol, createTracker()(events), session.life.at, null);
  const shapes = pictureOf(model, PLACE, chartWords(t, session), null);
  const keys = eventKeys(model.events).map(({ name, sign }) => `${sign} ${t(`chart.key.${name}`)}`);
  return (
    <section className="whole">
      <h2>{t('printed.chart')}</h2>
      <ChartSvg shapes={shapes} width={PLACE.width} height={PLACE.height} label={t('printed.chartLabel')} />
      {keys.length === 0 ? null : <p className="note">{keys.join(' · ')}</p>}
    </section>
  );
}
