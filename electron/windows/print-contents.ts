import type { WebContents } from 'electron';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';

/** Chromium's word for a dialog that was left without printing. */
const CANCELLED = /cancel/i;

/** Prints what a window shows by the system's own dialog. Fails with `print.cancelled` or `print.failed`. */
export function printContents(contents: WebContents): Promise<Answer<null>> {
  return new Promise((resolve) => {
    contents.print({ silent: false, printBackground: false }, (printed, reason) =>
      resolve(
        printed ? success(null) : failure('unavailable', CANCELLED.test(reason) ? 'print.cancelled' : 'print.failed'),
      ),
    );
  });
}
