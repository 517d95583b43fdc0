import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { writeWhole } from '../record/whole-file.ts';
import { Refused } from '../record/failures.ts';
import type { Collector } from './collect.ts';
import { fileFailure } from './file-failure.ts';
import type { WrittenAs } from './file-kinds.ts';

/** Text is brought to the disk in pieces of this many characters. */
const PIECE = 256 * 1024;

/** Writes bytes into a file, whole or not at all. */
export async function writeBytes(file: string, bytes: Uint8Array): Promise<Answer<null>> {
  try {
    await writeWhole(file, (handle) => handle.writeFile(bytes));
    return success(null);
  } catch (error) {
    return fileFailure(error);
  }
}

/** What long writing hears and tells. */
export interface Hooks {
  readonly signal?: AbortSignal;
  readonly progress?: (now: { readonly done: number; readonly total: number }) => void;
}

/**
 * Writes sessions into one file, whole or not at all. They are read one after the other, so that neither main nor its memory
 * is taken up by many. Failures: `job.stopped`, those of the record (nothing is left out silently), those of the place
 * (`export.…`).
 */
export async function writeSessions(
  file: string,
  as: WrittenAs,
  sessionIds: readonly string[],
  { told }: Collector,
  madeAt: number,
  { signal, progress }: Hooks = {},
): Promise<Answer<{ readonly sessions: number }>> {
  try {
    await writeWhole(file, async (handle) => {
      let text = as.head(madeAt);
      for (const [index, sessionId] of sessionIds.entries()) {
        if (signal?.aborted === true) throw new Refused(failure('refused', 'job.stopped'));
        const session = await told(sessionId);
        if (!session.ok) throw new Refused(session);
        text += (index === 0 ? '' : as.between) + as.session(session.data, madeAt);
        if (text.length > PIECE) {
          await handle.writeFile(text);
          text = '';
        }
        progress?.({ done: index + 1, total: sessionIds.length });
      }
      await handle.writeFile(text + as.foot);
    });
    return success({ sessions: sessionIds.length });
  } catch (error) {
    return error instanceof Refused ? error.answer : fileFailure(error);
  }
}
