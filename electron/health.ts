import { stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Answer } from '../shared/ipc/answer.ts';
import { success } from '../shared/ipc/answer.ts';
import { CHECK_EVERY_MS, type Found, type Health, type LastCheck } from '../shared/record/health.ts';
import type { VaultWays } from './access/vault-types.ts';
import { readLastCheck, writeLastCheck } from './health-file.ts';
import type { BackupKeeper } from './record/backup/keeper.ts';
import type { RecordClient } from './record/client.ts';
import type { JobHooks } from './record/jobs/run-job.ts';

/** After the start, nothing is checked by itself for so long, ms: the first minutes belong to the room. */
const REST_MS = 10 * 60_000;

export interface HealthParts {
  readonly folder: string;
  readonly record: RecordClient;
  readonly backups: BackupKeeper;
  /** What the start-up check of the clinic's record found. */
  readonly found: readonly Found[];
  readonly ways: () => Promise<Answer<VaultWays>>;
  readonly live: () => boolean;
  /** Epoch ms, of the real world. */
  readonly now: () => number;
  /** A check found that the record was changed. */
  readonly onFound: (code: string) => void;
}

/** How the clinic's record stands, and its whole check: asked for, or once a week by itself while no session runs. */
export interface HealthKeeper {
  readonly read: () => Promise<Answer<Health>>;
  readonly verify: (hooks: JobHooks) => Promise<Answer<LastCheck>>;
  /** Looks whether a check is due, and ends one of its own where a session has begun. Costs nothing where nothing is. */
  readonly tick: () => void;
  readonly close: () => Promise<unknown>;
}

export function createHealth(parts: HealthParts): HealthKeeper {
  const { record, now } = parts;
  const stateFile = path.join(parts.folder, 'record-health.json');
  const begun = now();
  let last: LastCheck | null | undefined;
  let own: { readonly ending: AbortController; readonly done: Promise<unknown> } | null = null;

  async function lastCheck(): Promise<LastCheck | null> {
    last ??= await readLastCheck(stateFile);
    return last;
  }

  async function verify(hooks: JobHooks): Promise<Answer<LastCheck>> {
    const answer = await record.job('verify', { elsewhere: copiesOfNotes(parts.backups) }, hooks);
    if (!answer.ok) return answer;
    const { findings, firstBadSeq, firstBad, checkedRows } = answer.data;
    const check: LastCheck = { at: now(), rows: checkedRows, findings: [...findings], firstBadSeq, firstBad };
    last = check;
    await writeLastCheck(stateFile, check);
    for (const { code } of findings) parts.onFound(code);
    return success(check);
  }

  async function checkIfDue(signal: AbortSignal): Promise<void> {
    const before = await lastCheck();
    if (before === null || now() - before.at >= CHECK_EVERY_MS) await verify({ signal });
  }

  return {
    verify,
    read: async () => {
      const counts = await record.counts();
      if (!counts.ok) return counts;
      const [ways, disk, check] = await Promise.all([parts.ways(), diskOf(parts.folder), lastCheck()]);
      const copy = parts.backups.status.copies[0];
      const { newest, failure } = record.anchors();
      return success({
        now: now(),
        backup: copy === undefined ? null : { at: copy.createdAt, seq: copy.seq },
        backupProblem: parts.backups.status.problem,
        verify: check,
        ...disk,
        ...counts.data,
        key: ways.ok ? ways.data : null,
        anchor: newest === null ? null : { at: newest.at, seq: newest.seq },
        anchorProblem: failure,
        found: [...parts.found],
      });
    },
    tick: () => {
      if (parts.live()) return own?.ending.abort();
      if (own !== null || now() - begun < REST_MS) return;
      const ending = new AbortController();
      const done = checkIfDue(ending.signal).finally(() => {
        own = null;
      });
      own = { ending, done };
    },
    close: async () => {
      own?.ending.abort();
      await own?.done;
    },
  };
}

/** The notes that lie with the copies in the clinic's folder, where that folder answered the last time. */
function copiesOfNotes(backups: BackupKeeper): readonly string[] {
  const { folder, lastGood, problem } = backups.status.outside;
  return folder === null || lastGood === null || problem !== null ? [] : [path.join(folder, 'clinic.anchors')];
}

async function diskOf(folder: string): Promise<Pick<Health, 'sizeBytes' | 'freeBytes'>> {
  const sizes = await Promise.all(
    ['clinic.db', 'clinic.db-wal'].map((name) =>
      stat(path.join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const free = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
  return { sizeBytes: sizes.reduce((sum, size) => sum + size, 0), freeBytes: free };
}
