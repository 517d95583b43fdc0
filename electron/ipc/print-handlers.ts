import type { WebContents } from 'electron';
import { failure, success } from '../../shared/ipc/answer.ts';
import { printContents } from '../windows/print-contents.ts';
import type { Handlers } from './server.ts';

/** Printing by the system's own dialog. What is on the paper is the window's, by its styles for print. */
export function printHandlers(roomContents: () => WebContents | null): Pick<Handlers, 'window.print'> {
  return {
    'window.print': async () => {
      const contents = roomContents();
      if (contents === null || contents.isDestroyed()) return failure('unavailable', 'print.failed');
      const printed = await printContents(contents);
      return printed.ok ? success({}) : printed;
    },
  };
}
