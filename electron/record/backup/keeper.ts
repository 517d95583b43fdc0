import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { BackupReason } from '../../../shared/ipc/backups.ts';
import type { RecordClient, RecordKind } from '../client-types.ts';
import type { JobHooks } from '../jobs/run-job.ts';
import type { BackupManifest } from './manifest.ts';
import { lastExpiry, newestUpTo } from './rotation.ts';
import { Sender, type Outside } from './sender.ts';
import { takeCopy } from './take.ts';
import { waitAfter } from './waits.ts';

/** A copy is made at least so often while the app runs, ms. */
const DAY_MS = 86_400_000;
/** With a session running the daily copy waits so much longer for its end, ms. */
const GRACE_MS = DAY_MS / 2;
/** Longest that leaving the app waits for a last copy, ms. */
const QUIT_LIMIT_MS = 10_000;

export interface KeeperParts {
  readonly records: { readonly clinic: RecordClient; readonly practice: RecordClient };
  /** Where copies lie on this PC. */
  readonly folder: string;
  readonly vaultFile: string;
  /** The folder that the clinic chose, or null. */
  readonly outside: () => string | null;
  /** Whether a session runs: copying is then slow, so that nothing it writes waits. */
  readonly live: () => boolean;
  readonly appVersion: string;
  /** Epoch ms, of the real world. */
  readonly now: () => number;
  /** Something of the status changed. */
  readonly changed: () => void;
}

/** How the copies stand. */
export interface KeeperStatus {
  readonly busy: boolean;
  /** The clinic's copies on this PC, newest first. */
  readonly copies: readonly BackupManifest[];
  /** Why the last try failed, a code, or null. */
  readonly problem: string | null;
  readonly outside: Outside;
}

/** Makes, keeps and sends copies of both records for as long as they are open. */
export class BackupKeeper {
  readonly #parts: KeeperParts;
  readonly #sender: Sender;
  readonly #ending = new AbortController();
  /** The last good copy of each record. */
  readonly #newest = new Map<RecordKind, BackupManifest>();
  #copies: readonly BackupManifest[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #busy = 0;
  #problem: string | null = null;
  #failures = 0;
  #nextTry = 0;
  #wasLive = false;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.#sender = new Sender(parts, this.#ending.signal);
  }

  /** Looks what lies there. */
  async start(): Promise<void> {
    await this.#list();
  }

  get status(): KeeperStatus {
    const { outside } = this.#sender;
    return { busy: this.#busy > 0, copies: this.#copies, problem: this.#problem, outside };
  }

  /**
   * Makes a verified copy of both records now, the clinic's first, and answers with the clinic's. One at a time; may be asked
   * at any moment, also while a session runs. Sending it to the clinic's folder follows by itself.
   */
  backupNow(reason: BackupReason, hooks: JobHooks = {}): Promise<Answer<BackupManifest>> {
    this.#busy += 1;
    const made = this.#queue.then(() => this.#make(reason, hooks));
    this.#queue = made
      .catch(() => undefined)
      .then(() => {
        this.#busy -= 1;
        this.#parts.changed();
      });
    return made;
  }

  /** Looks whether something is due. Called every few seconds; costs nothing where nothing is. */
  tick(): void {
    const live = this.#parts.live();
    const ended = this.#wasLive && !live;
    this.#wasLive = live;
    if (this.#busy > 0 || this.#ending.signal.aborted) return;
    const now = this.#parts.now();
    if (ended) void this.backupNow('sessionEnd');
    else if (this.#mayTry(now) && this.#isDue(now, live)) void this.backupNow('daily');
    else this.#sender.tick(newestUpTo(this.#copies, now));
  }

  /** By when every copy made up to `at` has been rotated out, epoch ms; null where there is none. */
  lastBackupHolding(at: number): number | null {
    return lastExpiry(this.#copies, at);
  }

  /** Tries the chosen folder again at once, as after it was chosen anew. */
  sendNow(): Promise<void> {
    return this.#sender.sendNow();
  }

  /** A last copy where something changed and it is quick; then nothing is begun any more. */
  async close(): Promise<void> {
    const limit = setTimeout(() => this.#ending.abort(), QUIT_LIMIT_MS);
    if (!this.#parts.live()) await this.backupNow('quit');
    clearTimeout(limit);
    this.#ending.abort();
    await this.#queue;
    await this.#sender.settled();
  }

  /** A wait longer than any there is was counted by a clock that has been set back since. */
  #mayTry(now: number): boolean {
    return now >= this.#nextTry || this.#nextTry - now > waitAfter(Infinity);
  }

  #isDue(now: number, live: boolean): boolean {
    const last = newestUpTo(this.#copies, now)?.createdAt ?? 0;
    if (last > now) return true;
    return now - last >= DAY_MS + (live && last > 0 ? GRACE_MS : 0);
  }

  async #make(reason: BackupReason, hooks: JobHooks): Promise<Answer<BackupManifest>> {
    const { records, live, now } = this.#parts;
    const clinic = await this.#take(records.clinic, reason, hooks);
    this.#problem = clinic.ok ? null : clinic.code;
    this.#failures = clinic.ok ? 0 : this.#failures + 1;
    this.#nextTry = now() + waitAfter(clinic.ok ? Infinity : this.#failures);
    if (!clinic.ok) return clinic;
    await this.#list();
    // Practice is worth keeping, not worth a failure.
    if (!live()) await this.#take(records.practice, reason, {});
    return clinic;
  }

  /** A new copy, or the last one where nothing was written since and nobody insists. */
  async #take(record: RecordClient, reason: BackupReason, hooks: JobHooks): Promise<Answer<BackupManifest>> {
    const { folder, vaultFile, live, now, appVersion } = this.#parts;
    const asked = hooks.signal;
    const signal = asked === undefined ? this.#ending.signal : AbortSignal.any([asked, this.#ending.signal]);
    const running = live();
    const routine = reason === 'daily' || reason === 'sessionEnd' || reason === 'quit';
    const last = this.#newest.get(record.kind) ?? null;
    const taken = await takeCopy(
      record,
      {
        folder,
        vaultFile,
        reason,
        createdAt: now(),
        appVersion,
        pace: running ? 'calm' : 'brisk',
        whole: !running && reason !== 'sessionEnd' && reason !== 'quit',
        unless: routine ? last : null,
      },
      { ...hooks, signal },
    );
    if (!taken.ok) return taken;
    const newest = taken.data ?? last;
    if (newest === null) return failure('broken', 'record.bug');
    this.#newest.set(record.kind, newest);
    if (taken.data !== null) await record.noteAnchor('backup', now());
    return success(newest);
  }

  async #list(): Promise<void> {
    const listed = await this.#parts.records.clinic.job('backupList', { folder: this.#parts.folder });
    if (!listed.ok) {
      this.#problem = listed.code;
      return;
    }
    this.#copies = listed.data.copies;
    const newest = newestUpTo(this.#copies, this.#parts.now());
    if (newest !== undefined) this.#newest.set('clinic', newest);
    this.#sender.recall(listed.data.sent);
  }
}
