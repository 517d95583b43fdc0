import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { Course } from '../../../shared/people/people.ts';
import { useClient } from '../../client/room-context.ts';
import { useRequest } from '../../client/use-request.ts';
import { failureText } from '../../i18n/failure.ts';
import { dayOf } from '../../i18n/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { courseProgress } from './course-words.ts';
import { plannedNumber } from './patient-form.ts';
import styles from './people.module.css';

/** The courses of one patient; the planned number can change while the course runs. */
export function CourseRows({ patientId }: { readonly patientId: string }): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const { data, failure, again } = useRequest('courses.of', { patientId });
  const [refused, setRefused] = useState<Failure | null>(null);
  const create = async (plannedInfusions: number | null): Promise<void> => {
    const answer = await client.request('courses.create', { patientId, plannedInfusions });
    setRefused(answer.ok ? null : answer);
    again();
  };
  const problem = refused ?? failure;
  return (
    <section className={styles.courses} aria-label={t('people.courses')}>
      <h2 className={styles.sub}>{t('people.courses')}</h2>
      {problem === null ? null : <Banner tone="red">{failureText(problem).say}</Banner>}
      {data?.courses.length === 0 ? <p className={styles.soft}>{t('people.noCourse')}</p> : null}
      <ul className={styles.found}>
        {(data?.courses ?? []).map((course) => (
          <li key={`${course.courseId} ${course.plannedInfusions ?? ''}`}>
            <CourseRow course={course} onChanged={again} />
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onClick={() => void create(6)}>{t('people.newCourseSix')}</Button>
        <Button onClick={() => void create(null)}>{t('people.newCourseOpen')}</Button>
      </div>
    </section>
  );
}

function CourseRow({ course, onChanged }: { readonly course: Course; readonly onChanged: () => void }): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [text, setText] = useState(course.plannedInfusions === null ? '' : String(course.plannedInfusions));
  const [failure, setFailure] = useState<Failure | null>(null);
  const planned = plannedNumber(text);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (planned === undefined) return;
    const answer = await client.request('courses.edit', { courseId: course.courseId, plannedInfusions: planned });
    setFailure(answer.ok ? null : answer);
    if (answer.ok) onChanged();
  };
  const problem =
    planned === undefined ? t('people.error.planned') : failure === null ? null : failureText(failure).say;
  return (
    <form className={styles.course} onSubmit={(event) => void save(event)}>
      <p>
        <strong>{courseProgress(course, t)}</strong>
        <span className={styles.soft}> {t('people.since', { day: dayOf(course.createdAt) })}</span>
      </p>
      <Field label={t('people.planned')} hint={t('people.plannedHint')} error={problem}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            maxLength={3}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={planned === undefined || planned === course.plannedInfusions}>
        {t('people.save')}
      </Button>
    </form>
  );
}
