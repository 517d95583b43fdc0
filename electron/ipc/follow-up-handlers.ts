import { failure, success } from '../../shared/ipc/answer.ts';
import { COURSE_BODY_VERSION, courseStream } from '../../shared/people/course-events.ts';
import { followUpBodySchema } from '../../shared/people/follow-up-events.ts';
import { FOLLOW_UP_BODY_VERSION, FOLLOW_UP_STREAM } from '../../shared/people/follow-up-rule.ts';
import { readFollowUpRule } from '../record/review/follow-up-rule.ts';
import type { ForSigned } from './review-list-handlers.ts';
import type { Handlers } from './server.ts';

/** Rows shown at once; the list says where there are more. */
const SHOWN = 200;

type FollowUpRequests = 'review.owed' | 'course.followUp' | 'course.followUps' | 'followUp.setRule';

/** What the clinic owes its patients after an infusion, and what was done about it; everybody who is signed in may call a patient. */
export function followUpHandlers(signed: ForSigned): Pick<Handlers, FollowUpRequests> {
  return {
    'review.owed': () =>
      signed(async ({ records, clock }) => {
        const rule = await readFollowUpRule(records.clinic);
        if (!rule.ok) return rule;
        const query = { rule: rule.data, now: clock.now().wallMs, limit: SHOWN };
        const answer = await records.clinic.review('owed', query);
        return answer.ok ? success({ ...answer.data.found, rule: rule.data, behind: answer.data.behind }) : answer;
      }),
    'course.followUp': ({ courseId, body }) =>
      signed(async ({ records, clock }, { staffId }) => {
        const course = await records.clinic.course(courseId);
        if (!course.ok) return course;
        if (course.data === null) return failure('refused', 'people.courseUnknown');
        const now = clock.now();
        const saved = await records.clinic.append({
          ...{ stream: courseStream(courseId), expectedSeq: null, commandId: null, recordedAt: now },
          version: COURSE_BODY_VERSION,
          events: [{ occurredAt: now.wallMs, sessionMs: null, author: { kind: 'staff', staffId }, body }],
        });
        return saved.ok ? success({}) : saved;
      }),
    'course.followUps': ({ courseId }) =>
      signed(async ({ records }) => {
        const events = await records.clinic.allOf(courseStream(courseId));
        if (!events.ok) return events;
        const entries = events.data.flatMap(({ occurredAt: at, author, body }) => {
          const read = followUpBodySchema.safeParse(body);
          return read.success ? [{ at, author, body: read.data }] : [];
        });
        return success({ entries });
      }),
    'followUp.setRule': ({ rule }) =>
      signed(async ({ records, clock }, { staffId, role }) => {
        if (role !== 'owner') return failure('refused', 'access.roleMissing');
        const now = clock.now();
        const body = { type: 'ruleSet' as const, rule };
        const saved = await records.clinic.append({
          ...{ stream: FOLLOW_UP_STREAM, expectedSeq: null, commandId: null, recordedAt: now },
          version: FOLLOW_UP_BODY_VERSION,
          events: [{ occurredAt: now.wallMs, sessionMs: null, author: { kind: 'staff', staffId }, body }],
        });
        return saved.ok ? success({}) : saved;
      }),
  };
}
