import { success, type Answer } from '../../shared/ipc/answer.ts';
import type { Staff } from '../../shared/people/people.ts';
import { reasonsFor } from '../../shared/review/waits.ts';
import type { OpenDesk } from '../desk.ts';
import type { Handlers } from './server.ts';

/** Sessions shown at once; the list says where there are more. */
const SHOWN = 100;

/** Work for somebody who is signed in. */
export type ForSigned = <T>(work: (at: OpenDesk, by: Staff) => Answer<T> | Promise<Answer<T>>) => Promise<Answer<T>>;

/** What waits and who read. The clinic's record only: nothing of a practice waits. */
export function reviewListHandlers(signed: ForSigned): Pick<Handlers, 'review.waiting' | 'session.reads'> {
  return {
    'review.waiting': ({ only }) =>
      signed(async ({ records, room, clock }, { staffId, role }) => {
        const asked = {
          // What somebody who left should have signed still has to be seen by one.
          staffId: role === 'owner' ? null : staffId,
          ...{ reasons: reasonsFor(role), only, limit: SHOWN },
          before: new Date(clock.now().wallMs).setHours(0, 0, 0, 0),
          live: room.live?.ahead.sessionId ?? null,
        };
        const answer = await records.clinic.review('waiting', asked);
        return answer.ok ? success({ ...answer.data.found, behind: answer.data.behind }) : answer;
      }),
    'session.reads': ({ sessionId }) =>
      signed(async ({ records }) => {
        const answer = await records.clinic.review('reads', sessionId);
        return answer.ok ? success({ reads: answer.data.found }) : answer;
      }),
  };
}
