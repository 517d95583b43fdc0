import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../shared/ipc/answer.ts';
import type { RequestData } from '../../../shared/ipc/contract.ts';
import { statisticsWeeks } from '../../../shared/ipc/statistics.ts';
import { useRoom } from '../../client/room-context.ts';
import { useRequest } from '../../client/use-request.ts';
import { failureText } from '../../i18n/failure.ts';
import { dayOf } from '../../i18n/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ReviewPage } from '../review-page.tsx';
import { StatisticsCharts } from './statistics-charts.tsx';
import { StatisticsTable } from './statistics-table.tsx';
import styles from './statistics.module.css';

type Weeks = (typeof statisticsWeeks)[number];
type Written = Answer<RequestData<'export.statistics'>>;

/** The clinic week by week, for its owner: charts, the same as a table, and ways to print and to save it. */
export function StatisticsPage(): ReactElement {
  const { t } = useTranslation();
  const { client, clock } = useRoom();
  const [weeks, setWeeks] = useState<Weeks>(12);
  const { data, failure, again } = useRequest('review.statistics', { weeks });
  const [written, setWritten] = useState<Written | null>(null);
  const save = async (): Promise<void> => setWritten(await client.request('export.statistics', { weeks }));
  return (
    <ReviewPage failure={failure} again={again}>
      <h2 className={styles.printed}>{t('statistics.printed', { count: weeks, day: dayOf(clock.now().wallMs) })}</h2>
      <header className={styles.head}>
        <Segmented
          label={t('statistics.weeks')}
          labelHidden
          options={statisticsWeeks.map((value) => ({
            value: String(value),
            label: t('statistics.last', { count: value }),
          }))}
          value={String(weeks)}
          onChange={(value) => setWeeks(statisticsWeeks.find((one) => String(one) === value) ?? 12)}
        />
        <span className={styles.acts}>
          <Button onClick={() => void client.request('window.print', {})}>{t('statistics.print')}</Button>
          <Button onClick={() => void save()}>{t('statistics.save')}</Button>
        </span>
      </header>
      <SavedWords written={written} />
      {data === null && failure === null ? <p className={styles.soft}>{t('common.loading')}</p> : null}
      {data !== null && data.behind.over > 0 ? (
        <p className={styles.soft}>{t('waiting.looking', { count: data.behind.over })}</p>
      ) : null}
      {data === null ? null : (
        <>
          <StatisticsCharts weeks={data.weeks} signDays={data.signDays} />
          <StatisticsTable weeks={data.weeks} />
        </>
      )}
    </ReviewPage>
  );
}

function SavedWords({ written }: { readonly written: Written | null }): ReactElement | null {
  const { t } = useTranslation();
  if (written === null) return null;
  if (!written.ok) return <Banner tone="red">{`${failureText(written).say} ${failureText(written).next}`}</Banner>;
  const { name } = written.data;
  return name === null ? null : <p role="status">✓ {t('exporting.saved', { name })}</p>;
}
