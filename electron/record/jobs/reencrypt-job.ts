import { existsSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { failure, success, type Answer, type Failure } from '../../../shared/ipc/answer.ts';
import type { CheckReport, OpenOptions } from '../client-types.ts';
import { openConnection } from '../connection.ts';
import { openForReading, type Reading } from '../reading.ts';
import { verifyAll, type CheckStep } from '../verify.ts';
import type { Job } from './job-types.ts';

/** Bytes copied between two looks at whether the job is still wanted. */
const CHUNK = 4 << 20;
/** Shares of the whole at which copying ends and checking begins, of 100. Changing the key tells nothing on its way. */
const COPIED = 20;
const KEYED = 60;
/** Tables that the chain does not cover row by row. */
const COUNTED = ['file', 'bodies', 'erasures', 'commands', 'contents', 'heartbeats'];

type Source = Pick<OpenOptions, 'file' | 'dataKey' | 'chainKey' | 'kind'>;
const stopped = failure('refused', 'job.stopped');

/**
 * Makes a copy of a record under another data key and proves it: opened anew, sound page by page, the whole chain, the
 * same head, as many rows everywhere. The record must be closed: `PRAGMA rekey` and a plain copy bear no other
 * connection. The record itself is only read; a copy that was not finished is the caller's to remove.
 */
export const reencryptJob: Job<'reencrypt'> = async ({ options, progress, signal }, { dataKey, making }) => {
  const source: Source = options;
  const copy: Source = { ...options, file: making, dataKey };
  const settled = settleLog(source);
  if (settled !== null) return settled;
  const wanted = await copyFile(source.file, making, (share) => {
    progress({ done: share * COPIED, total: 100 });
    return !signal.aborted;
  });
  if (!wanted) return stopped;
  changeKey(making, source.dataKey, dataKey);
  await sync(making);
  progress({ done: KEYED, total: 100 });
  if (signal.aborted) return stopped;
  return prove(source, copy, (done, total) => {
    progress({ done: KEYED + (100 - KEYED) * (done / Math.max(1, total)), total: 100 });
    return !signal.aborted;
  });
};

/** Moves everything from the log into the file, which then is whole by itself. */
function settleLog({ file, dataKey }: Source): Failure | null {
  const database = openConnection(file, dataKey, 'write');
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
  const log = `${file}-wal`;
  return existsSync(log) && statSync(log).size > 0 ? failure('broken', 'record.busy') : null;
}

/** Copies a file over whatever lies at `to`; false where `step` ended it. */
async function copyFile(from: string, to: string, step: (share: number) => boolean): Promise<boolean> {
  for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(to + suffix, { force: true });
  const source = await open(from, 'r');
  const target = await open(to, 'wx', 0o600);
  try {
    const { size } = await source.stat();
    const chunk = Buffer.alloc(CHUNK);
    for (let at = 0; at < size;) {
      const { bytesRead } = await source.read(chunk, 0, CHUNK, at);
      await target.write(chunk, 0, bytesRead, at);
      at += bytesRead;
      if (!step(at / size)) return false;
    }
    return true;
  } finally {
    await source.close();
    await target.close();
  }
}

/** Encrypts a whole file anew. Not synced on the way: it is a copy that does not count before it is proven. */
function changeKey(file: string, from: Uint8Array, to: Uint8Array): void {
  const database = openConnection(file, from, 'write');
  try {
    // The key of a file in WAL mode cannot be changed; opening the record sets WAL again.
    database.pragma('journal_mode = DELETE');
    database.pragma('synchronous = OFF');
    database.pragma(`rekey = "x'${Buffer.from(to).toString('hex')}'"`);
  } finally {
    database.close();
  }
}

async function prove(source: Source, copy: Source, step: CheckStep): Promise<Answer<{ readonly rows: number }>> {
  const old = openForReading(source);
  if ('ok' in old) return old;
  const made = openForReading(copy);
  if ('ok' in made) {
    old.reader.close();
    return failure('broken', 'keys.copyUnequal');
  }
  try {
    const report = await verifyAll(made, step);
    if (report === null) return stopped;
    const equal =
      made.reader.pragma('quick_check(1)', { simple: true }) === 'ok' &&
      isDeepStrictEqual(countsOf(made), countsOf(old)) &&
      (await isSameChain(old, report));
    return equal ? success({ rows: report.checkedRows }) : failure('broken', 'keys.copyUnequal');
  } finally {
    old.reader.close();
    made.reader.close();
  }
}

/** A record with an old wound keeps it, told the same; it must not gain one. */
async function isSameChain(old: Reading, report: CheckReport): Promise<boolean> {
  if (report.findings.length > 0) return isDeepStrictEqual(await verifyAll(old), report);
  const last = old.reader.prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1').get();
  if (last === undefined) return report.head.seq === 0;
  const { seq, hash } = last as { readonly seq: number; readonly hash: Uint8Array };
  return report.head.seq === seq && report.head.hash === Buffer.from(hash).toString('hex');
}

function countsOf({ reader }: Reading): unknown[] {
  return COUNTED.map((table) => reader.prepare(`SELECT count(*) AS count FROM ${table}`).get());
}

async function sync(file: string): Promise<void> {
  const opened = await open(file, 'r+');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
