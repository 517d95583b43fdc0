import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { OpenDesk } from '../desk.ts';
import { rebuildLists } from '../list-rebuild.ts';
import type { Handlers } from './server.ts';

type HealthRequests = 'record.health' | 'record.verify' | 'record.rebuildLists';

/** Requests about how the record stands. They show no patient's data, and need somebody signed in all the same. */
export function healthHandlers(desk: () => Answer<OpenDesk>): Pick<Handlers, HealthRequests> {
  const signed = async <T>(work: (at: OpenDesk) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = desk();
    if (!found.ok) return found;
    return found.data.signedIn() === null ? failure('refused', 'access.signInNeeded') : work(found.data);
  };
  /** Not beside a session. */
  const quiet = <T>(work: (at: OpenDesk) => Answer<T>): Promise<Answer<T>> =>
    signed(async (at) => (at.room.live === null ? work(at) : failure('refused', 'record.sessionRuns')));
  return {
    'record.health': () => signed((at) => at.health.read()),
    'record.verify': () => quiet((at) => at.jobs.start('verify', (hooks) => verify(at, hooks))),
    'record.rebuildLists': () =>
      quiet((at) => at.jobs.start('rebuildLists', (hooks) => rebuildLists(at.records.clinic, hooks))),
  };
}

/** The window asks for what was found afterwards; the job's end only says how much was looked at. */
async function verify(
  at: OpenDesk,
  hooks: Parameters<OpenDesk['health']['verify']>[0],
): Promise<Answer<{ rows: number; findings: number }>> {
  const check = await at.health.verify(hooks);
  return check.ok ? success({ rows: check.data.rows, findings: check.data.findings.length }) : check;
}
