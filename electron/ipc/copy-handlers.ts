import { failure, type Answer } from '../../shared/ipc/answer.ts';
import type { OpenDesk } from '../desk.ts';
import type { Handlers } from './server.ts';

/** Emergency copies: anybody may make one, also at the locked screen (it is sealed); to look into one takes a sign-in. */
export function copyHandlers(desk: () => Answer<OpenDesk>): Pick<Handlers, 'copy.make' | 'copy.open' | 'copy.entries'> {
  const signedIn = (): Answer<OpenDesk> => {
    const found = desk();
    return found.ok && found.data.signedIn() === null ? failure('refused', 'access.signInNeeded') : found;
  };
  return {
    'copy.make': async ({ sessionId }) => {
      const found = desk();
      if (!found.ok) return found;
      const staff = found.data.signedIn();
      return found.data.copies.make(
        sessionId,
        staff === null ? { kind: 'unsigned' } : { kind: 'staff', staffId: staff.staffId },
      );
    },
    'copy.open': async () => {
      const found = desk();
      if (!found.ok) return found;
      const staff = found.data.signedIn();
      return staff === null
        ? failure('refused', 'access.signInNeeded')
        : found.data.copies.open({ kind: 'staff', staffId: staff.staffId });
    },
    'copy.entries': async ({ from }) => {
      const found = signedIn();
      return found.ok ? found.data.copies.entries(from) : found;
    },
  };
}
