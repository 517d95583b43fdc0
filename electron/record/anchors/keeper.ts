import { open } from 'node:fs/promises';
import { success, type Answer } from '../../../shared/ipc/answer.ts';
import { failureOf } from '../failures.ts';
import { anchorFileOf } from './anchor-file.ts';
import { anchorLine, type Anchor, type AnchorReason } from './anchor.ts';

/** The end of a chain, as the record's worker tells it. */
export interface ChainHead {
  /** The record's id, hex. */
  readonly file: string;
  readonly seq: number;
  /** Hex. */
  readonly hash: string;
}

export interface KeeperParts {
  readonly recordFile: string;
  readonly chainKey: Uint8Array;
  readonly head: () => Promise<Answer<ChainHead>>;
  /** Makes the file of notes ready to be added to; its newest note. */
  readonly ready: (wallMs: number) => Promise<Answer<Anchor | null>>;
}

/** Notes the head of one record outside of it. */
export interface AnchorKeeper {
  /** One line, synced. A minute in which nothing was written leaves none. */
  readonly note: (reason: AnchorReason, wallMs: number) => Promise<Answer<Anchor | null>>;
  /** Resolves when everything that was asked for is noted. */
  readonly settled: () => Promise<unknown>;
  readonly state: () => AnchorState;
}

/** `newest`: the last note known. `failure`: why the last one could not be written. */
export interface AnchorState {
  readonly newest: Anchor | null;
  readonly failure: string | null;
}

/**
 * Keeps the notes of one record. Runs in main, beside the worker that appends: one question to it and one small write
 * of its own, so an append never waits for a note.
 */
export function createKeeper(parts: KeeperParts): AnchorKeeper {
  let queue: Promise<unknown> = Promise.resolve();
  let newest: Anchor | null = null;
  let ready = false;
  let failed: string | null = null;

  async function write(reason: AnchorReason, wallMs: number): Promise<Answer<Anchor | null>> {
    if (!ready) {
      const before = await parts.ready(wallMs);
      if (!before.ok) return before;
      newest = before.data;
      ready = true;
    }
    const head = await parts.head();
    if (!head.ok) return head;
    if (reason === 'minute' && newest?.seq === head.data.seq && newest.hash === head.data.hash) return success(null);
    const anchor: Anchor = { n: (newest?.n ?? 0) + 1, ...head.data, at: wallMs, reason };
    await addLine(anchorFileOf(parts.recordFile), anchorLine(anchor, parts.chainKey));
    newest = anchor;
    return success(anchor);
  }

  async function note(reason: AnchorReason, wallMs: number): Promise<Answer<Anchor | null>> {
    const answer = await write(reason, wallMs).catch((error: unknown) => failureOf(error, true));
    failed = answer.ok ? null : answer.code;
    // A write that failed may have left half a line: the file is looked at again before the next one.
    if (!answer.ok) ready = false;
    return answer;
  }

  return {
    note: (reason, wallMs) => {
      const noted = queue.then(() => note(reason, wallMs));
      queue = noted;
      return noted;
    },
    settled: () => queue,
    state: () => ({ newest, failure: failed }),
  };
}

async function addLine(file: string, line: string): Promise<void> {
  const opened = await open(file, 'a', 0o600);
  try {
    await opened.appendFile(`${line}\n`, 'utf8');
    await opened.sync();
  } finally {
    await opened.close();
  }
}
