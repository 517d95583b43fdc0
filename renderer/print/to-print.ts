import type { PrintJob } from '../../shared/ipc/print.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';

/** What is printed: a session as it may leave the app, and on what. */
export interface ToPrint {
  readonly job: PrintJob;
  readonly events: readonly SessionEvent[];
  readonly session: Session;
}
