import { parentPort, workerData } from 'node:worker_threads';
import { success } from '../../shared/ipc/answer.ts';
import { catchUp, catchUpOnce } from './catch-up.ts';
import { checkpointsHeld } from './checkpoints.ts';
import type { OpenOptions } from './client-types.ts';
import { handle } from './handlers.ts';
import { writingCalls, type AnswerMessage, type CallMessage } from './messages.ts';
import { openStore, type Store } from './store.ts';
import { expireCopies } from './backup/expire-copies.ts';

/** Quiet time after a write before the derived rows follow, ms: an act of the nurse is several writes. */
const QUIET_MS = 40;
/** Without a write for so long nobody waits for one, ms: a session writes every five seconds. */
const CALM_AFTER_MS = 10_000;
/** Writes after which the log is moved into the file, in a quiet moment. SQLite would do it within a write, later. */
const WRITES_PER_CHECKPOINT = 150;

const port = parentPort;
if (port === null) throw new Error('The record runs in a worker only');

// Given by main when it starts this worker, on the same machine and from the same build.
const store = openStore(workerData as OpenOptions);
if (!('ok' in store)) expireCopies(store.file, Date.now());
const opened: AnswerMessage = { id: 0, answer: 'ok' in store ? store : success(null) };
port.postMessage(opened);
if ('ok' in store) port.close();
else serve(store, port);

function serve(record: Store, messages: NonNullable<typeof parentPort>): void {
  let writes = 0;
  let lastWrite = -Infinity;
  let following: NodeJS.Timeout | null = null;
  const follow = (): void => {
    following = null;
    const calm = performance.now() - lastWrite > CALM_AFTER_MS;
    const more = followUp(record, writes >= WRITES_PER_CHECKPOINT, calm);
    if (writes >= WRITES_PER_CHECKPOINT) writes = 0;
    if (more) following = setTimeout(follow, 0);
  };
  const answer = async (message: CallMessage): Promise<void> => {
    if (message.name === 'close' && following !== null) clearTimeout(following);
    const reply: AnswerMessage = { id: message.id, answer: await handle(record, message) };
    messages.postMessage(reply);
    if (message.name === 'close') messages.close();
    else if (writingCalls.has(message.name)) {
      writes += 1;
      lastWrite = performance.now();
      following ??= setTimeout(follow, QUIET_MS);
    } else if (message.name === 'rebuild') following ??= setTimeout(follow, 0);
  };
  following = setTimeout(follow, 0);
  messages.on('message', (message: CallMessage) => void answer(message));
}

/**
 * What follows an acknowledgement: derived rows, and now and then the log moved into the file. A full disk is met by
 * the next write, which says so; here it only means that it is tried again later.
 */
function followUp(record: Store, checkpoint: boolean, calm: boolean): boolean {
  try {
    if (checkpoint && !checkpointsHeld(record)) record.writer.pragma('wal_checkpoint(PASSIVE)');
    // While the file is being copied the log only grows: a rebuild waits for the end of it.
    return checkpointsHeld(record) ? (catchUp(record), false) : catchUpOnce(record, calm);
  } catch {
    return false;
  }
}
