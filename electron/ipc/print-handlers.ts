import type { WebContents } from 'electron';
import { failure, success } from '../../shared/ipc/answer.ts';
import type { Handlers } from './server.ts';

/** Chromium's word for a dialog that was left without printing. */
const CANCELLED = /cancel/i;

/** Printing by the system's own dialog. What is on the paper is the window's, by its styles for print. */
export function printHandlers(roomContents: () => WebContents | null): Pick<Handlers, 'window.print'> {
  return {
    'window.print': () => {
      const contents = roomContents();
      if (contents === null || contents.isDestroyed()) return Promise.resolve(failure('unavailable', 'print.failed'));
      return new Promise((resolve) => {
        contents.print({ silent: false, printBackground: false }, (printed, reason) =>
          resolve(
            printed ? success({}) : failure('unavailable', CANCELLED.test(reason) ? 'print.cancelled' : 'print.failed'),
          ),
        );
      });
    },
  };
}
