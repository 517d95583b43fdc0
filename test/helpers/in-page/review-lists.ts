import { success } from '../../../shared/ipc/answer.ts';
import type { RequestArgs, RequestData } from '../../../shared/ipc/contract.ts';
import type { OwedRow } from '../../../shared/ipc/follow-up.ts';
import type { WaitingRow } from '../../../shared/ipc/review-lists.ts';
import { followUpAfter, noFollowUp, type FollowUpState } from '../../../shared/people/follow-up-events.ts';
import { defaultFollowUpRule } from '../../../shared/people/follow-up-rule.ts';
import type { SessionRow, Staff } from '../../../shared/people/people.ts';
import type { Protocol } from '../../../shared/protocol/schema.ts';
import { figuresOf } from '../../../shared/review/figures.ts';
import { owedIn, type DayAfter } from '../../../shared/review/owed.ts';
import { weekFigures } from '../../../shared/review/statistics.ts';
import { reasonsFor, waitReasons, waitsOf } from '../../../shared/review/waits.ts';
import type { Session } from '../../../shared/session/state.ts';

const dayAfter: DayAfter = (at, days) => new Date(at).setHours(0, 0, 0, 0) + days * 86_400_000;
const behind = { left: 0, total: 0, over: 0 };

/** What waits and who read, in memory. */
export function pageReviewLists(
  sessions: () => readonly Session[],
  rows: () => readonly SessionRow[],
  by: () => Staff | null,
  now: () => number,
  protocol: () => Protocol,
) {
  let rule = defaultFollowUpRule;
  const followUps = new Map<string, FollowUpState>();
  const entries: (RequestData<'course.followUps'>['entries'][number] & { readonly courseId: string })[] = [];
  const reads: { readonly sessionId: string; readonly staffId: string; readonly at: number }[] = [];
  return {
    'review.waiting': ({ only }: RequestArgs<'review.waiting'>) => {
      const own = by();
      const reasons = own === null ? [] : reasonsFor(own.role);
      const all = sessions().flatMap((session): WaitingRow[] => {
        const row = rows().find(({ sessionId }) => sessionId === session.sessionId);
        const waits = waitsOf(session).filter(
          ({ reason, staffId }) =>
            reasons.includes(reason) && (staffId === null || staffId === own?.staffId || own?.role === 'owner'),
        );
        return row === undefined || waits.length === 0 ? [] : [{ session: row, waits: [...waits] }];
      });
      const having = (reason: (typeof waitReasons)[number]): WaitingRow[] =>
        all.filter(({ waits }) => waits.some((wait) => wait.reason === reason));
      const found = only === null ? all : having(only);
      const counts = Object.fromEntries(waitReasons.map((reason) => [reason, having(reason).length]));
      return success({
        rows: found,
        total: found.length,
        counts: counts as Record<(typeof waitReasons)[number], number>,
        behind,
      });
    },
    'review.owed': () => {
      const given = sessions().filter(({ created, finished }) => created.courseId !== null && finished !== null);
      const found = given.flatMap((session): OwedRow[] => {
        const row = rows().find(({ sessionId }) => sessionId === session.sessionId);
        const { courseId } = session.created;
        if (row === undefined || courseId === null) return [];
        const course = {
          ...{ plannedInfusions: null, followUp: followUps.get(courseId) ?? noFollowUp, givenInAll: 1, begun: false },
          answered: session.sheets.flatMap(({ answeredAt }) => answeredAt ?? []),
          given: [{ sessionId: session.sessionId, overAt: session.finished?.at ?? 0, next: null }],
        };
        return owedIn(course, rule, now(), dayAfter).map(({ sessionId: _of, lateAt, tries, ...one }) => ({
          ...one,
          ...{ session: row, courseId, late: now() >= lateAt, tries: [...tries] },
        }));
      });
      const ordered = found.toSorted((a, b) => Number(b.late) - Number(a.late));
      return success({ rows: ordered, total: found.length, rule, behind });
    },
    'review.statistics': ({ weeks }: RequestArgs<'review.statistics'>) => {
      const starts = Array.from({ length: weeks }, (_, index) => dayAfter(now(), 7 * (index - weeks + 1)));
      const counted = sessions().flatMap((session) => {
        const figures = figuresOf(session, protocol());
        return figures.overAt === null ? [] : [{ ...figures, overAt: figures.overAt }];
      });
      const range = { weeks: starts, to: dayAfter(now(), 7), signDays: rule.signDays, now: now() };
      return success({ weeks: weekFigures(counted, range), signDays: rule.signDays, behind });
    },
    'export.statistics': () => success({ name: 'stillroom-statistics.csv' }),
    'course.followUp': ({ courseId, body }: RequestArgs<'course.followUp'>) => {
      const staffId = by()?.staffId ?? '';
      followUps.set(courseId, followUpAfter(followUps.get(courseId) ?? noFollowUp, body, now(), staffId));
      entries.push({ courseId, at: now(), author: { kind: 'staff', staffId }, body });
      return success({});
    },
    'course.followUps': ({ courseId }: RequestArgs<'course.followUps'>) =>
      success({
        entries: entries.filter((entry) => entry.courseId === courseId).map(({ courseId: _id, ...one }) => one),
      }),
    'followUp.setRule': ({ rule: next }: RequestArgs<'followUp.setRule'>) => {
      rule = next;
      return success({});
    },
    'session.read': ({ sessionId }: RequestArgs<'session.read'>) => {
      const staffId = by()?.staffId;
      if (staffId !== undefined) reads.unshift({ sessionId, staffId, at: now() });
      return success({});
    },
    'session.reads': ({ sessionId }: RequestArgs<'session.reads'>) =>
      success({ reads: reads.filter((read) => read.sessionId === sessionId) }),
  };
}
