import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { SessionEvent } from '../../../shared/session/event.ts';
import { replay } from '../../../shared/session/evolve.ts';
import type { Client } from '../../client/client.ts';
import type { SessionView } from '../../client/store.ts';

/** An emergency copy as it was read. */
export interface OpenedCopy {
  readonly name: string;
  readonly madeAt: number;
  readonly view: SessionView;
  /** Seqs, in the copy, that the record lacks today; null where the record could not be read. */
  readonly missing: ReadonlySet<number> | null;
}

/** Lets somebody choose an emergency copy and reads all of it. Null where none was chosen. */
export async function readCopy(client: Client): Promise<Answer<OpenedCopy | null>> {
  const opened = await client.request('copy.open', {});
  if (!opened.ok) return opened;
  const { name, head, missing } = opened.data;
  if (name === null || head === null) return success(null);
  const events: SessionEvent[] = [];
  for (let more = true; more;) {
    const page = await client.request('copy.entries', { from: events.length });
    if (!page.ok) return page;
    events.push(...page.data.events);
    ({ more } = page.data);
  }
  const session = replay(events);
  if (session === null) return failure('refused', 'copy.foreign');
  const { protocol, patient, saved, madeAt } = head;
  const view = { session, protocol, music: null, patient, events, saved };
  return success({ name, madeAt: madeAt.wallMs, view, missing: missing === null ? null : new Set(missing) });
}
