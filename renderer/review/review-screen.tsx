import { useCallback, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import type { Patient } from '../../shared/people/people.ts';
import type { DatedScore } from '../../shared/review/course.ts';
import { useShell } from '../client/shell-context.ts';
import { useRequest } from '../client/use-request.ts';
import { TopBar } from '../room/shell/top-bar.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CoursePage } from './course/course-page.tsx';
import { RecordPage } from './record-page.tsx';
import { SessionsList } from './sessions-list.tsx';
import styles from './review.module.css';

/** No outcome scale is asked in the app yet. */
const noScores: readonly DatedScore[] = [];

/**
 * The record of sessions, to be read. In daylight at a desk; dark while a session runs in the room, so that nothing
 * brightens over a patient.
 */
export function ReviewScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const { reviewed } = useShell();
  const staff = useRequest('staff.list', {}).data?.staff ?? null;
  const [practice, setPractice] = useState(reviewed.practice);
  const [chosenId, setChosenId] = useState(reviewed.sessionId);
  const [course, setCourse] = useState<Patient | null>(null);
  const choose = useCallback((sessionId: string) => {
    setChosenId(sessionId);
    setCourse(null);
  }, []);
  return (
    <div className={styles.page} data-theme={status.liveSessionId === null ? 'daylight' : undefined}>
      <TopBar title={t('review.title')}>
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
          }}
        />
      </TopBar>
      <div className={styles.columns}>
        <SessionsList key={String(practice)} practice={practice} chosenId={chosenId} onChoose={choose} />
        <main className={styles.main}>
          {course !== null ? (
            <CoursePage
              key={course.patientId}
              patient={course}
              practice={practice}
              scores={noScores}
              onOpen={choose}
              onBack={() => setCourse(null)}
            />
          ) : chosenId === null ? (
            <p className={styles.empty}>{t('review.pick')}</p>
          ) : (
            <RecordPage key={chosenId} sessionId={chosenId} staff={staff} onCourse={setCourse} />
          )}
        </main>
      </div>
    </div>
  );
}
