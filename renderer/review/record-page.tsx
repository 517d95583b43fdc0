import { memo, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient, Staff } from '../../shared/people/people.ts';
import type { Earlier } from '../../shared/chart/earlier.ts';
import { createTracker } from '../../shared/chart/tracker.ts';
import { summaryOf } from '../../shared/review/summary.ts';
import { useRoom } from '../client/room-context.ts';
import { useSession } from '../client/session-store.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { usePainted } from '../ui/use-painted.ts';
import { ExportMenu } from './export/export-menu.tsx';
import { FactCells } from './fact-cells.tsx';
import { RecordHead } from './record-head.tsx';
import { useReadNote } from './signing/use-read-note.ts';
import { SignAct, type SignActProps } from './signing/sign-act.tsx';
import { RecordList } from './record-list.tsx';
import { RecordSide } from './record-side.tsx';
import type { SentenceContext } from './sentences.ts';
import { useRecord } from './use-record.ts';
import styles from './review.module.css';

export interface RecordPageProps {
  readonly sessionId: string;
  /** Everybody who works here or did; null until it is known. */
  readonly staff: readonly Staff[] | null;
  /** All infusions of this patient are asked for. */
  readonly onCourse: (patient: Patient) => void;
  /** The record went on: somebody signed, or added something. */
  readonly onWentOn?: () => void;
}

/**
 * One session as a clinician reads it. The running one is shown as it goes on. Not drawn again for what is typed into the
 * list beside it.
 */
export const RecordPage = memo(function RecordPage(props: RecordPageProps): ReactElement {
  const { sessionId, staff, onCourse, onWentOn } = props;
  const { t } = useTranslation();
  const read = useRecord(sessionId);
  const earlier = useRequest('session.earlier', { sessionId }).data;
  useReadNote(sessionId);
  const live = useSession();
  const view = live?.session.sessionId === sessionId ? live : read.view;
  const context = useMemo((): SentenceContext | null => {
    if (view === null) return null;
    const nameOf = (staffId: string): string =>
      staff?.find((person) => person.staffId === staffId)?.name ?? (staff === null ? '' : staffId);
    return { t, session: view.session, protocol: view.protocol, nameOf };
  }, [t, view, staff]);
  return (
    <>
      {read.failure === null ? null : (
        <Banner tone="red" actions={<Button onClick={read.again}>{t('start.tryAgain')}</Button>}>
          {view === null ? '' : t('review.truncated')} {failureText(read.failure).say} {failureText(read.failure).next}
        </Banner>
      )}
      {view === null || context === null ? (
        <p className={styles.empty}>{read.failure === null ? t('common.loading') : ''}</p>
      ) : (
        <RecordOf
          view={view}
          context={context}
          earlier={earlier}
          onCourse={onCourse}
          onChange={() => {
            read.again();
            onWentOn?.();
          }}
        />
      )}
    </>
  );
});

interface RecordOfProps extends Pick<RecordPageProps, 'onCourse'>, SignActProps {
  /** The course's earlier infusions, behind the chart; null until they are known. */
  readonly earlier: Earlier | null;
}

function RecordOf({ view, context, earlier, onCourse, onChange }: RecordOfProps): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const painted = usePainted();
  const { session, protocol, events, patient } = view;
  const [tracksOf] = useState(createTracker);
  const summary = useMemo(
    () => summaryOf(session, protocol, tracksOf(events), clock.now()),
    [session, protocol, events, tracksOf, clock],
  );
  const check = useRequest('session.checked', painted ? { sessionId: session.sessionId } : null);
  // Of a check that failed nothing of an earlier one is told.
  const checked = check.failure ?? check.data;
  const wentOn = (): void => {
    onChange();
    check.again();
  };
  return (
    <article className={styles.article} data-session={session.sessionId}>
      <RecordHead
        view={view}
        context={context}
        checked={checked}
        acts={
          <>
            {patient === null ? null : <Button onClick={() => onCourse(patient)}>{t('course.open')}</Button>}
            <ExportMenu sessionId={session.sessionId} practice={session.created.practice} />
            <SignAct view={view} context={context} onChange={wentOn} />
          </>
        }
      />
      <FactCells view={view} summary={summary} />
      <div className={styles.body}>
        <RecordSide view={view} context={context} earlier={earlier} checked={checked} />
        <RecordList events={events} context={context} />
      </div>
      <footer className={styles.foot}>{t('common.disclaimer')}</footer>
    </article>
  );
}
