import type { Sheet } from '../questionnaires/sheets.ts';

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
