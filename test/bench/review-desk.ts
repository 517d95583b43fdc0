import { sessionHandlers } from '../../electron/ipc/session-handlers.ts';
import { reviewHandlers } from '../../electron/ipc/review-handlers.ts';
import { openRecord, type OpenOptions } from '../../electron/record/client.ts';
import { systemClock } from '../../electron/session/clock.ts';
import { Room } from '../../electron/session/room.ts';
import type { OpenDesk } from '../../electron/desk.ts';
import { success, type Answer } from '../../shared/ipc/answer.ts';
import { requests, type RequestName } from '../../shared/ipc/contract.ts';

/** Main's side of the review over an archive: its real handlers, record and workers; who is signed in is said. */
export interface ReviewDesk {
  readonly answer: (message: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Opens a made-up record. */
export async function openReviewDesk(options: OpenOptions): Promise<ReviewDesk> {
  const record = await openRecord(options);
  if ('ok' in record) throw new Error(`The archive did not open: ${record.code}`);
  const clock = systemClock();
  const room = new Room({
    ...{ clock, records: { clinic: record, practice: record } },
    ...{
      onEvents: () => undefined,
      onWritten: () => undefined,
      onUnsaved: () => undefined,
      onHopeless: () => undefined,
    },
  });
  const signedIn = { staffId: 'reader', name: 'A Reader', role: 'clinician', active: true };
  // Only what reading asks of the desk is there.
  const desk = { room, clock, signedIn: () => signedIn, changed: () => undefined } as unknown as OpenDesk;
  const handlers: Record<string, unknown> = {
    ...sessionHandlers(() => success(desk)),
    ...reviewHandlers(() => success(desk), { savedFilters: () => [], setSavedFilters: () => undefined }),
    'staff.list': async () => {
      const staff = await record.staff();
      return staff.ok ? success({ staff: staff.data }) : staff;
    },
  };
  return {
    answer: async (message) => {
      const { name, args } = JSON.parse(message) as { readonly name: RequestName; readonly args: unknown };
      const handler = handlers[name] as (given: unknown) => Promise<Answer<unknown>>;
      return JSON.stringify(await handler(requests[name].args.parse(args)));
    },
    close: async () => {
      await room.settled();
      await record.close();
    },
  };
}
