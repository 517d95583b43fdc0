import { betweenOf, type CourseBody } from '../people/course-events.ts';
import type { Sheet } from '../questionnaires/sheets.ts';
import type { RecordedEvent } from '../session/event.ts';

/** A session of a course, by when it was made (epoch ms). */
export interface MadeSession {
  readonly sessionId: string;
  readonly createdAt: number;
}

/**
 * Beside which session of its course a questionnaire leaves that was asked for at `askedAt` (epoch ms): the last one that was
 * made by then, or the first where there was none yet; null in a course without sessions.
 */
export function sessionBeside<T extends MadeSession>(askedAt: number, course: readonly T[]): T | null {
  const inOrder = course.toSorted((a, b) => a.createdAt - b.createdAt || (a.sessionId < b.sessionId ? -1 : 1));
  return inOrder.findLast(({ createdAt }) => createdAt <= askedAt) ?? inOrder[0] ?? null;
}

/**
 * The questionnaires of a course, filled in between its sessions, that leave the app beside this one of them: those asked for
 * after it was made and before the next one was; beside the first one those before it too. So each leaves beside exactly one
 * session, also those of the weeks after the last infusion, which no later session would ever take along.
 */
export function sheetsBeside(sessionId: string, course: readonly MadeSession[], sheets: readonly Sheet[]): Sheet[] {
  return sheets.filter(({ askedAt }) => sessionBeside(askedAt, course)?.sessionId === sessionId);
}

/** A session changed with an answer to a questionnaire that leaves the app beside it, or with its end. */
export interface ChangedWith<T extends MadeSession> {
  readonly session: T;
  /** The entry's own in the course's stream. */
  readonly seq: number;
  /** Whether the questionnaire is ended with it; else more of it is to come. */
  readonly ended: boolean;
}

/** What of a course's entries changed what leaves the app beside its sessions, oldest first. */
export function changesBeside<T extends MadeSession>(
  events: readonly Pick<RecordedEvent<CourseBody>, 'seq' | 'occurredAt' | 'author' | 'body'>[],
  course: readonly T[],
): ChangedWith<T>[] {
  const { sheets } = betweenOf(events);
  return events.flatMap(({ seq, body }) => {
    if (body.type !== 'questionnaireAnswered' && body.type !== 'questionnaireEnded') return [];
    const sheet = sheets.find(({ sheetId }) => sheetId === body.sheetId);
    const session = sheet === undefined ? null : sessionBeside(sheet.askedAt, course);
    return session === null ? [] : [{ session, seq, ended: body.type === 'questionnaireEnded' }];
  });
}
