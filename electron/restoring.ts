import path from 'node:path';
import { failure, success, type Answer } from '../shared/ipc/answer.ts';
import type { CopyPlace } from '../shared/ipc/backups.ts';
import type { PushData, PushName, RequestArgs } from '../shared/ipc/contract.ts';
import type { Author } from '../shared/session/event.ts';
import { createPinLimiter } from './access/pin-limiter.ts';
import { auditAppend, auditEvent } from './access/audit.ts';
import { backupFolder } from './backups.ts';
import type { Front } from './front.ts';
import { recordAct } from './ipc/record-act.ts';
import { createJobBoard, type JobBoard } from './job-board.ts';
import { optionsOf } from './opening.ts';
import type { Preview } from './record/backup/compare.ts';
import { filesOf, type BackupManifest } from './record/backup/manifest.ts';
import type { OpenOptions } from './record/client.ts';
import { noRecord, runJob } from './record/jobs/run-job.ts';
import { signedByCopy, takeOver, type Foreign } from './restoring-elsewhere.ts';
import { openVaultWith, waysInto } from './access/vault-adopt.ts';

/** A folder that says nothing for so long is given up on, ms. */
const STALL_MS = 15_000;

type Push = <N extends PushName>(to: 'room' | 'player', name: N, data: PushData<N>) => void;
type Done = Answer<Record<string, never>>;

export interface RestoringParts {
  readonly front: Front;
  readonly push: Push;
  readonly chooseFolder: () => Promise<string | null>;
}

/** Copies that may take the record's place: from the open app, where the record does not open, or on a new PC. */
export class Restoring {
  readonly #parts: RestoringParts;
  readonly #jobs: JobBoard;
  /** Tries of PINs against staged copies: each opening of one must not begin to count anew. */
  readonly #limiter = createPinLimiter();
  #picked: string | null = null;
  /** Another PC's keys, opened for a restore here. */
  #foreign: Foreign | null = null;
  #staged: { readonly preview: Preview; readonly folder: string } | null = null;

  constructor(parts: RestoringParts) {
    this.#parts = parts;
    this.#jobs = createJobBoard(parts.push);
  }

  /** What was staged last, or null. */
  get staged(): Preview | null {
    return this.#staged?.preview ?? null;
  }

  /** Asks for a folder; nobody choosing one leaves none. */
  pick(): Done {
    return this.#jobs.start('restorePick', async () => {
      this.#picked = await this.#parts.chooseFolder();
      return success({});
    });
  }

  async list(where: CopyPlace): Promise<
    Answer<{
      readonly folder: string | null;
      readonly copies: readonly BackupManifest[];
      readonly ways: { readonly passphrase: boolean; readonly recovery: boolean } | null;
    }>
  > {
    const folder = this.#folderOf(where);
    if (folder === null) return success({ folder, copies: [], ways: null });
    const options = this.#options();
    const listed = await runJob(
      options ?? noRecord,
      options === null ? 'backupLook' : 'backupList',
      { folder },
      { stallMs: STALL_MS },
    );
    if (!listed.ok) return listed;
    const { copies } = listed.data;
    const newest = copies[0];
    if (options !== null || newest === undefined) return success({ folder, copies, ways: null });
    const ways = await waysInto(path.join(folder, filesOf(newest.stem).vault));
    if (!ways.ok) return ways;
    const { passphrase, recoveryMadeAt } = ways.data;
    return success({ folder, copies, ways: { passphrase, recovery: recoveryMadeAt !== null } });
  }

  /** First run: opens the keys that lie beside another PC's copy. */
  async open({ stem, kind, secret }: RequestArgs<'restore.open'>): Promise<Done> {
    const folder = this.#picked;
    if (folder === null || this.#parts.front.board.now.state !== 'setup') return failure('refused', 'setup.done');
    const opened = await openVaultWith(
      path.join(folder, filesOf(stem).vault),
      kind === 'passphrase' ? { kind, passphrase: secret } : { kind, text: secret },
    );
    if (!opened.ok) return opened;
    this.#foreign = { vault: opened.data, folder };
    return success({});
  }

  stage({ where, stem }: RequestArgs<'restore.stage'>): Done {
    const folder = this.#folderOf(where);
    const options = this.#options();
    if (folder === null || options === null) return failure('refused', 'app.notOpen');
    this.#staged = null;
    return this.#jobs.start('restoreStage', async (hooks) => {
      const staged = await runJob(options, 'restoreStage', { folder, stem }, { ...hooks, stallMs: STALL_MS * 4 });
      if (!staged.ok) return staged;
      this.#staged = { preview: staged.data, folder };
      return success({ seq: staged.data.copy.seq });
    });
  }

  /** Puts the staged copy in the record's place, signed by somebody who looks after records. */
  async restore({ stem, signed, passphrase }: RequestArgs<'restore.do'>): Promise<Done> {
    const staged = this.#staged;
    const options = this.#options();
    if (staged === null || options === null || staged.preview.copy.stem !== stem)
      return failure('refused', 'backup.notStaged');
    const { desk, clock } = this.#parts.front;
    const begin = async (author: Author): Promise<Done> =>
      this.#jobs.start('restore', async () => {
        const done = await this.#exchange(staged, options, author, passphrase);
        return done.ok ? success({ seq: staged.preview.copy.seq }) : done;
      });
    if (desk !== null) {
      if (desk.jobs.running() !== null) return failure('refused', 'job.busy');
      return recordAct(desk, signed, begin);
    }
    const author = await signedByCopy(options, signed, clock.now(), this.#limiter);
    return author.ok ? begin(author.data) : author;
  }

  async #exchange(
    { preview, folder }: { readonly preview: Preview; readonly folder: string },
    options: OpenOptions,
    author: Author,
    passphrase: string | null,
  ): Promise<Done> {
    const { front } = this.#parts;
    const now = front.clock.now();
    this.#staged = null;
    // What goes is set aside in any case; a copy of it is one more way back where it can be read.
    await front.desk?.backups.backupNow('restore');
    // That takes its time: a session that began meanwhile is never torn down.
    if (front.desk !== null && front.desk.room.live !== null) return failure('refused', 'record.sessionRuns');
    let aside: string | null = null;
    const by = author.kind === 'staff' ? author.staffId : author.kind;
    const opened = await front.around(async () => {
      if (this.#foreign !== null) return takeOver(front.place, this.#foreign, passphrase, { by, now });
      const swapped = await runJob(options, 'restoreSwap', { by, wallMs: now.wallMs, author, now });
      if (!swapped.ok) return swapped;
      aside = swapped.data.aside;
      return success(null);
    });
    this.#foreign = null;
    if (!opened.ok) front.board.find(opened.code);
    if (!opened.ok || front.desk === null) return opened;
    front.board.find('backup.restored');
    const { clinic } = front.desk.records;
    const body = {
      type: 'restored' as const,
      stem: preview.copy.stem,
      copySeq: preview.copy.seq,
      entriesLeftBehind: preview.against?.lost.entries ?? null,
      aside,
    };
    await clinic.append(auditAppend([auditEvent(author, body, now)], now));
    if (folder !== backupFolder(front.place)) void front.desk.backups.backupNow('restore');
    return success({});
  }

  #folderOf(where: CopyPlace): string | null {
    const { place, settings } = this.#parts.front;
    if (where === 'here') return backupFolder(place);
    return where === 'outside' ? settings.backupFolder() : this.#picked;
  }

  #options(): OpenOptions | null {
    const { place, vault } = this.#parts.front;
    const known = this.#foreign?.vault ?? vault;
    return known === null ? null : optionsOf(place, known, 'clinic');
  }
}
