import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { createTracker } from '../../shared/chart/tracker.ts';
import { summaryOf } from '../../shared/review/summary.ts';
import { useChart } from '../chart/use-chart.ts';
import { useZoom } from '../chart/use-zoom.ts';
import { ZoomChart } from '../chart/zoom-chart.tsx';
import { ZoomTools } from '../chart/zoom-tools.tsx';
import { useRoom } from '../client/room-context.ts';
import type { SessionView } from '../client/store.ts';
import { failureText } from '../i18n/failure.ts';
import { calendarDate, dayOf, timeOfDay } from '../i18n/format.ts';
import { infusionOfRow } from '../room/start/session-line.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { FactCells } from './fact-cells.tsx';
import { useRecord } from './use-record.ts';
import styles from './review.module.css';

/** A session's facts and chart alone, to stand beside another's. */
export function RecordShort({ sessionId }: { readonly sessionId: string }): ReactElement {
  const { t } = useTranslation();
  const { view, failure, again } = useRecord(sessionId);
  if (failure !== null)
    return (
      <Banner tone="red" actions={<Button onClick={again}>{t('start.tryAgain')}</Button>}>
        {failureText(failure).say} {failureText(failure).next}
      </Banner>
    );
  return view === null ? <p className={styles.empty}>{t('common.loading')}</p> : <Short view={view} />;
}

function Short({ view }: { readonly view: SessionView }): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const { session, protocol, events, patient } = view;
  const [tracksOf] = useState(createTracker);
  const summary = useMemo(
    () => summaryOf(session, protocol, tracksOf(events), clock.now()),
    [session, protocol, events, tracksOf, clock],
  );
  const zoom = useZoom(useChart(view, null));
  const who =
    patient === null
      ? t('start.practicePatient')
      : t('review.name', { name: patient.name, birthDate: calendarDate(patient.birthDate) });
  const began = session.started?.at ?? session.createdAt;
  const { timeZone } = session.created;
  const which = [`${dayOf(began, timeZone)} ${timeOfDay(began, timeZone)}`, infusionOfRow(session.created, t)]
    .filter((part) => part !== null)
    .join(', ');
  return (
    <section className={styles.short} aria-label={`${who}, ${which}`}>
      <h3 className={styles.sub}>
        {who}
        <span className={styles.which}>{which}</span>
      </h3>
      <FactCells view={view} summary={summary} />
      <div className={styles.side}>
        <ZoomChart session={session} zoom={zoom} tools={<ZoomTools zoom={zoom} />} />
      </div>
    </section>
  );
}
