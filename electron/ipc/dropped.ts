import path from 'node:path';
import * as z from 'zod/mini';
import { MAX_MESSAGE } from '../../shared/ipc/channels.ts';

/** More things at once than this are dropped as a folder. */
const MOST = 1000;
const pathsSchema = z.array(z.string().check(z.maxLength(4096))).check(z.minLength(1), z.maxLength(MOST));

/** Files and folders that somebody dropped on the room's window, kept until the request that uses them. */
export class Dropped {
  #paths: readonly string[] = [];

  /** What the window's preload tells: a JSON array of absolute paths. Anything else is nothing dropped. Answers how many were taken. */
  readonly hear = (message: unknown): number => {
    this.#paths = pathsOf(message);
    return this.#paths.length;
  };

  /** What was dropped last, once. */
  take(): readonly string[] {
    const paths = this.#paths;
    this.#paths = [];
    return paths;
  }
}

function pathsOf(message: unknown): readonly string[] {
  if (typeof message !== 'string' || message.length > MAX_MESSAGE) return [];
  try {
    const parsed = pathsSchema.safeParse(JSON.parse(message));
    return parsed.success && parsed.data.every((one) => path.isAbsolute(one)) ? parsed.data : [];
  } catch {
    return [];
  }
}
