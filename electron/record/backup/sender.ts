import type { RecordClient } from '../client-types.ts';
import { anyStuck } from '../jobs/run-job.ts';
import type { KeeperParts } from './keeper.ts';
import type { LastSent } from './sent.ts';
import { waitAfter } from './waits.ts';

/** A folder that says nothing for so long is given up on, ms. */
export const STALL_MS = 30_000;

/** How the clinic's own folder stands. */
export interface Outside {
  readonly folder: string | null;
  /** When the newest copy that arrived there was made, epoch ms; null where none did. */
  readonly lastGood: number | null;
  /** Why the last try failed, a code, or null. */
  readonly problem: string | null;
  /** When it is tried again, epoch ms; null where nothing waits. */
  readonly nextTry: number | null;
  readonly busy: boolean;
}

type Parts = Pick<KeeperParts, 'records' | 'folder' | 'outside' | 'live' | 'now' | 'changed'>;

/** Brings copies to the folder that the clinic chose, whenever that is there. Nothing else waits for it. */
export class Sender {
  readonly #parts: Parts;
  readonly #signal: AbortSignal;
  #last: LastSent | null = null;
  #problem: string | null = null;
  #failures = 0;
  #nextTry = 0;
  #sending: Promise<void> | null = null;

  constructor(parts: Parts, signal: AbortSignal) {
    this.#parts = parts;
    this.#signal = signal;
  }

  /** What is known from earlier days. */
  recall(last: LastSent | null): void {
    this.#last = last;
  }

  get outside(): Outside {
    const folder = this.#parts.outside();
    return {
      folder,
      lastGood: this.#last !== null && this.#last.to === folder ? this.#last.createdAt : null,
      problem: folder === null ? null : this.#problem,
      nextTry: folder === null || this.#problem === null ? null : this.#nextTry,
      busy: this.#sending !== null,
    };
  }

  /** Sends the newest copy where it is not there yet and no wait is on. */
  tick(newest: { readonly stem: string } | undefined): void {
    const to = this.#parts.outside();
    if (to === null || newest === undefined || this.#sending !== null || this.#signal.aborted) return;
    if (this.#last?.to === to && this.#last.stem === newest.stem) return;
    if (this.#parts.now() >= this.#nextTry) void this.sendNow();
  }

  /** Tries at once, whatever wait is on. */
  sendNow(): Promise<void> {
    const to = this.#parts.outside();
    if (to === null) return Promise.resolve();
    this.#sending ??= this.#send(to).finally(() => {
      this.#sending = null;
      this.#parts.changed();
    });
    return this.#sending;
  }

  async settled(): Promise<void> {
    await this.#sending;
  }

  async #send(to: string): Promise<void> {
    // A thread that still waits for the folder would only get company.
    const code = anyStuck() ? 'job.stuck' : await this.#sendBoth(to);
    this.#problem = code === null ? null : problemOf(code);
    this.#failures = code === null ? 0 : this.#failures + 1;
    this.#nextTry = code === null ? 0 : this.#parts.now() + waitAfter(this.#failures);
  }

  async #sendBoth(to: string): Promise<string | null> {
    const { records } = this.#parts;
    const clinic = await this.#sendOne(records.clinic, to);
    if (!clinic.ok) return clinic.code;
    if (clinic.data !== null) this.#last = { to, stem: clinic.data.stem, createdAt: clinic.data.createdAt };
    await this.#sendOne(records.practice, to);
    return null;
  }

  #sendOne(record: RecordClient, to: string) {
    const { folder: from, live, now } = this.#parts;
    const pace = live() ? 'calm' : 'brisk';
    return record.job('backupSend', { from, to, pace, now: now() }, { signal: this.#signal, stallMs: STALL_MS });
  }
}

/** What to say of a folder that copies could not be brought to. */
function problemOf(code: string): string {
  switch (code) {
    case 'disk.full':
      return 'backup.folderFull';
    case 'disk.readOnly':
      return 'backup.folderReadOnly';
    case 'job.stuck':
      return 'backup.folderStuck';
    case 'backup.folderGone':
    case 'backup.folderWrong':
    case 'job.stopped':
      return code;
    default:
      return 'backup.folderFailed';
  }
}
