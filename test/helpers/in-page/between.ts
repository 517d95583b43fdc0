import { success, type Answer } from '../../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import { decideCourse } from '../../../shared/people/course-commands.ts';
import { betweenOf, type CourseBody } from '../../../shared/people/course-events.ts';
import type { Between } from '../../../shared/review/course.ts';
import type { Author } from '../../../shared/session/event.ts';

/** What is asked and written between the sessions of courses, in memory. */
export class InPageBetween {
  readonly #events = new Map<string, { occurredAt: number; author: Author; body: CourseBody }[]>();

  of(courseId: string): Between {
    const { sheets, safety, notes } = betweenOf(this.#events.get(courseId) ?? []);
    return { courseId, sheets: [...sheets], safety: [...safety], notes: [...notes] };
  }

  keep(
    { courseId, command }: RequestArgs<'course.keep'>,
    author: Author,
    occurredAt: number,
  ): Answer<Record<string, never>> {
    const events = this.#events.get(courseId) ?? [];
    const decided = decideCourse(betweenOf(events), command);
    if ('ok' in decided) return decided;
    this.#events.set(courseId, [...events, ...decided.map((body) => ({ occurredAt, author, body }))]);
    return success({});
  }
}
