import { failure, success } from '../../shared/ipc/answer.ts';
import type { Front } from '../front.ts';
import type { OutputKeeper } from '../music/output.ts';
import type { Handlers } from './server.ts';

type OutputRequests = 'output.read' | 'output.seen' | 'output.choose';

/** Requests about where the music is heard; answered with or without an open record. */
export function outputHandlers(
  front: Pick<Front, 'board' | 'desk'>,
  output: OutputKeeper,
): Pick<Handlers, OutputRequests> {
  return {
    'output.read': async () => success(output.order()),
    'output.seen': async (seen) => {
      output.seen(seen);
      return success({});
    },
    'output.choose': async ({ chosen }) => {
      const { signedIn } = front.board.now;
      // Headphones that fail in the middle of a session are replaced without a PIN, as all music is handled.
      if (signedIn === null && front.desk?.room.live == null) return failure('refused', 'access.signInNeeded');
      await output.choose(
        chosen,
        signedIn === null ? { kind: 'unsigned' } : { kind: 'staff', staffId: signedIn.staffId },
      );
      return success({});
    },
  };
}
