import { memo, useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import type { SessionRow } from '../../shared/people/people.ts';
import { useStatus } from '../client/session-store.ts';
import { useShell } from '../client/shell-context.ts';
import { useRequest } from '../client/use-request.ts';
import { StaffContext, useStaff, useStaffList } from '../room/session/staff.ts';
import { TopBar } from '../room/shell/top-bar.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CoursePage, type CoursePageProps } from './course/course-page.tsx';
import { OwedPage } from './owed/owed-page.tsx';
import { RecordPage } from './record-page.tsx';
import { SessionsList } from './sessions-list.tsx';
import { SideBySide } from './side-by-side.tsx';
import { StatisticsPage } from './statistics/statistics-page.tsx';
import { useListState } from './use-list-state.ts';
import { WaitingPage } from './waiting/waiting-page.tsx';
import styles from './review.module.css';

/** What the review shows beside the records themselves. */
const pages = ['sessions', 'waiting', 'owed', 'statistics'] as const;
type Page = (typeof pages)[number];

/**
 * The record of sessions, to be read. In daylight at a desk; dark while a session runs in the room, so that nothing
 * brightens over a patient.
 */
export function ReviewScreen({ status }: { readonly status: AppStatus }): ReactElement {
  // Asked for once, for whatever is opened here.
  const staff = useStaffList(status.signedIn?.staffId ?? null);
  return (
    <StaffContext value={staff}>
      <Review status={status} />
    </StaffContext>
  );
}

function Review({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const { reviewed } = useShell();
  const [practice, setPractice] = useState(reviewed.practice);
  const [chosenId, setChosenId] = useState(reviewed.sessionId);
  const [course, setCourse] = useState<CoursePageProps['patient'] | null>(null);
  /** Two sessions chosen in the list, the earlier first. */
  const [pair, setPair] = useState<readonly [SessionRow, SessionRow] | null>(null);
  const [page, setPage] = useState<Page>('sessions');
  const [round, setRound] = useState(0);
  /** Each person has lists of their own. */
  const who = status.signedIn?.staffId ?? null;
  const staff = useStaff();
  const patients = useListState(false, who);
  const practices = useListState(true, who);
  const choose = useCallback((sessionId: string) => {
    setChosenId(sessionId);
    setCourse(null);
    setPair(null);
  }, []);
  const settled = useCallback(() => setRound((old) => old + 1), []);
  const read = (sessionId: string): void => {
    setPractice(false);
    choose(sessionId);
    setPage('sessions');
  };
  const toCourse = (patient: CoursePageProps['patient']): void => {
    setPractice(false);
    setCourse(patient);
    setPair(null);
    setPage('sessions');
  };
  return (
    <div className={styles.page} data-theme={status.liveSessionId === null ? 'daylight' : undefined}>
      <TopBar title={t('review.title')}>
        <Pages key={who} page={page} round={round} onPage={setPage} />
        {page === 'sessions' ? (
          <Segmented
            label={t('review.kind')}
            labelHidden
            options={[
              { value: 'patients', label: t('review.patients') },
              { value: 'practice', label: t('review.practice') },
            ]}
            value={practice ? 'practice' : 'patients'}
            onChange={(value) => {
              setPractice(value === 'practice');
              setChosenId(null);
              setCourse(null);
              setPair(null);
            }}
          />
        ) : null}
      </TopBar>
      {page === 'statistics' ? (
        <StatisticsPage key={who} />
      ) : page === 'waiting' ? (
        <WaitingPage key={who} onRead={read} onCourse={toCourse} />
      ) : page === 'owed' ? (
        <OwedPage key={who} onRead={read} onDone={settled} />
      ) : (
        <div className={styles.columns}>
          <SessionsList
            key={String(practice)}
            practice={practice}
            state={practice ? practices : patients}
            currentId={chosenId}
            comparing={pair !== null}
            onOpen={choose}
            onCompare={setPair}
          />
          <main className={styles.main}>
            {pair !== null ? (
              <SideBySide
                key={pair.map(({ sessionId }) => sessionId).join(' ')}
                sessionIds={[pair[0].sessionId, pair[1].sessionId]}
                twoPatients={pair[0].patientId !== pair[1].patientId}
                backTo={t(course === null ? 'course.back' : 'review.backToCourse')}
                onBack={() => setPair(null)}
              />
            ) : course !== null ? (
              <CoursePage
                key={course.patientId}
                patient={course}
                practice={practice}
                onOpen={choose}
                onBack={() => setCourse(null)}
              />
            ) : chosenId === null ? (
              <p className={styles.empty}>{t('review.pick')}</p>
            ) : (
              <RecordPage
                key={chosenId}
                sessionId={chosenId}
                staff={staff.length === 0 ? null : staff}
                onCourse={setCourse}
                onWentOn={settled}
              />
            )}
          </main>
        </div>
      )}
    </div>
  );
}

interface PagesProps {
  readonly page: Page;
  /** Another number: something was settled. */
  readonly round: number;
  readonly onPage: (page: Page) => void;
}

/** Where one is in the review; what waits with how many there are, asked again whenever one comes here or something is settled. */
const Pages = memo(function Pages({ page, round, onPage }: PagesProps): ReactElement {
  const { t } = useTranslation();
  const waiting = useRequest('review.waiting', { only: null });
  const owed = useRequest('review.owed', {});
  const { again } = waiting;
  const { again: owedAgain } = owed;
  useEffect(() => {
    again();
    owedAgain();
  }, [page, round, again, owedAgain]);
  const owner = useStatus()?.signedIn?.role === 'owner';
  const count = waiting.data?.total ?? 0;
  const owedCount = owed.data?.total ?? 0;
  const labels: Readonly<Record<Page, string>> = {
    sessions: t('review.sessions'),
    waiting: count === 0 ? t('waiting.page') : t('waiting.pageCount', { count }),
    statistics: t('statistics.page'),
    owed: owedCount === 0 ? t('owed.page') : t('owed.pageCount', { count: owedCount }),
  };
  return (
    <Segmented
      label={t('review.pages')}
      labelHidden
      options={pages
        .filter((value) => value !== 'statistics' || owner)
        .map((value) => ({ value, label: labels[value] }))}
      value={page}
      onChange={onPage}
    />
  );
});
