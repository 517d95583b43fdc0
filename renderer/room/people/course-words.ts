import type { TFunction } from 'i18next';
import type { Course } from '../../../shared/people/people.ts';

/** How far a course is: `2 of 6 given`. */
export function courseProgress(course: Course, t: TFunction): string {
  return course.plannedInfusions === null
    ? t('people.courseOpen', { given: course.given })
    : t('people.courseOf', { given: course.given, planned: course.plannedInfusions });
}

/** Which infusion the next session of a course would be. */
export function nextInfusion(course: Course, t: TFunction): string {
  const number = course.given + 1;
  const planned = course.plannedInfusions;
  if (planned === null) return t('people.nextOpen', { number });
  return number > planned ? t('people.beyond', { number, planned }) : t('people.nextOf', { number, planned });
}
