import type { Author } from '../../shared/session/event.ts';
import { failure, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import { lookAfterRoles } from '../../shared/people/people.ts';
import type { OpenDesk } from '../desk.ts';

/** A name and its PIN, asked for one act. */
export type Signed = RequestArgs<'staff.signIn'>;

/**
 * Does what destroys, reveals or replaces a part of the record: never over a running session, and only with the PIN of
 * somebody who looks after records, given for this one act.
 */
export async function recordAct<T>(
  at: OpenDesk,
  signed: Signed,
  work: (author: Author) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  if (at.room.live !== null) return failure('refused', 'record.sessionRuns');
  const checked = await at.checkPin(signed.staffId, signed.pin, lookAfterRoles);
  return checked.ok ? work({ kind: 'staff', staffId: checked.data.staffId }) : checked;
}
