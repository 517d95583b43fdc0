import { APP } from '../../shared/session/pending.ts';
import { failure, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import { vaultWays } from '../access/vault.ts';
import type { Front } from '../front.ts';
import type { OpenDesk } from '../desk.ts';
import { recordAct } from './record-act.ts';
import type { Handlers } from './server.ts';

type KeyRequests =
  | 'keys.state'
  | 'keys.newRecovery'
  | 'keys.confirmRecovery'
  | 'keys.dropRecovery'
  | 'keys.changePassphrase';

/** Requests about the keys of the open record. */
export function keyHandlers(front: Front): Pick<Handlers, KeyRequests> {
  const open = async <T>(work: (desk: OpenDesk) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = front.needDesk();
    return found.ok ? work(found.data) : found;
  };
  return {
    'keys.state': () => open(() => vaultWays(front.vaultPlace)),
    'keys.newRecovery': (args) => open((at) => newRecovery(front, at, args)),
    'keys.confirmRecovery': (args) => open((at) => front.keys.confirm(at, args.typed)),
    'keys.dropRecovery': () => front.keys.drop(),
    'keys.changePassphrase': (args) =>
      open((at) =>
        recordAct(at, args.signed, (author) => front.keys.changePassphrase(at, author, args.old, args.next)),
      ),
  };
}

/** Whoever has just set the room up chose a PIN a moment ago; afterwards it takes one. */
async function newRecovery(
  front: Front,
  at: OpenDesk,
  { signed, passphrase, after }: RequestArgs<'keys.newRecovery'>,
): ReturnType<Handlers['keys.newRecovery']> {
  if (front.keys.isOffered && after === 'nothing') {
    const staff = at.signedIn();
    return front.keys.show(staff === null ? APP : { kind: 'staff', staffId: staff.staffId }, passphrase, after);
  }
  if (signed === null) return failure('refused', 'keys.unsigned');
  return recordAct(at, signed, (author) => front.keys.show(author, passphrase, after));
}
