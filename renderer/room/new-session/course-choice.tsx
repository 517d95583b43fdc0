import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { Course } from '../../../shared/people/people.ts';
import { useClient } from '../../client/room-context.ts';
import { useRequest } from '../../client/use-request.ts';
import { failureText } from '../../i18n/failure.ts';
import { dayOf } from '../../i18n/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { courseProgress, nextInfusion } from '../people/course-words.ts';
import styles from './new-session.module.css';

export interface CourseChoiceProps {
  readonly patientId: string;
  readonly chosenId: string | null;
  readonly onChoose: (courseId: string) => void;
}

/** Which course this infusion belongs to, or a new one; says which infusion it will be. The newest unfinished one is chosen. */
export function CourseChoice({ patientId, chosenId, onChoose }: CourseChoiceProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const { data, failure, again } = useRequest('courses.of', { patientId });
  const [refused, setRefused] = useState<Failure | null>(null);
  const running = data?.courses.toSorted((a, b) => b.createdAt - a.createdAt).find(isOpen)?.courseId ?? null;
  useEffect(() => {
    if (chosenId === null && running !== null) onChoose(running);
  }, [chosenId, running, onChoose]);
  const create = async (plannedInfusions: number | null): Promise<void> => {
    const answer = await client.request('courses.create', { patientId, plannedInfusions });
    setRefused(answer.ok ? null : answer);
    if (!answer.ok) return;
    onChoose(answer.data.courseId);
    again();
  };
  const problem = refused ?? failure;
  return (
    <fieldset className={styles.courses}>
      <legend className={styles.legend}>{t('newSession.course')}</legend>
      {problem === null ? null : <Banner tone="red">{failureText(problem).say}</Banner>}
      {(data?.courses ?? []).map((course) => (
        <label key={course.courseId} className={styles.set}>
          <input
            type="radio"
            name="course"
            checked={course.courseId === chosenId}
            onChange={() => onChoose(course.courseId)}
          />
          <strong>{nextInfusion(course, t)}</strong>
          <span className={styles.soft}>
            {courseProgress(course, t)}, {t('people.since', { day: dayOf(course.createdAt) })}
          </span>
        </label>
      ))}
      <div className={styles.row}>
        <Button onClick={() => void create(6)}>{t('people.newCourseSix')}</Button>
        <Button onClick={() => void create(null)}>{t('people.newCourseOpen')}</Button>
      </div>
    </fieldset>
  );
}

/** A course with infusions still to come, or without a planned number. */
function isOpen(course: Course): boolean {
  return course.plannedInfusions === null || course.given < course.plannedInfusions;
}
