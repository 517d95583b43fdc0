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
      return found.ok ? found.data.copies.make(sessionId) : found;
    },
    'copy.open': async () => {
      const found = signedIn();
      return found.ok ? found.data.copies.open() : found;
    },
    'copy.entries': async ({ from }) => {
      const found = signedIn();
      return found.ok ? found.data.copies.entries(from) : found;
    },
  };
}
