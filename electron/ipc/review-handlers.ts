import { failure, type Answer } from '../../shared/ipc/answer.ts';
import { sessionStream } from '../../shared/session/event.ts';
import type { OpenDesk } from '../desk.ts';
import type { Handlers } from './server.ts';

type ReviewRequests = 'session.checked';

/** What the review asks beside the session itself; for somebody signed in. */
export function reviewHandlers(desk: () => Answer<OpenDesk>): Pick<Handlers, ReviewRequests> {
  const signed = async <T>(work: (at: OpenDesk) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = desk();
    if (!found.ok) return found;
    return found.data.signedIn() === null ? failure('refused', 'access.signInNeeded') : work(found.data);
  };
  return {
    'session.checked': ({ sessionId }) =>
      signed(async ({ room }) => {
        const runner = await room.runner(sessionId);
        if (!runner.ok) return runner;
        return room.recordOf(runner.data.ahead.created.practice).checkStream(sessionStream(sessionId));
      }),
  };
}
