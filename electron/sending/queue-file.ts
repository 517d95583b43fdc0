import { hkdfSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { noQueue, queueSchema, type SendQueue } from '../../shared/sending/queue.ts';
import { base64, seal, unseal } from '../access/seal.ts';
import { setAside } from '../access/vault-file.ts';
import { writeWhole } from '../record/whole-file.ts';

const PURPOSE = 'stillroom sending queue 1';
/** Sealed bytes without the short limit of secrets: a queue may hold thousands of entries. */
const fileSchema = z.object({
  schemaVersion: z.literal(1),
  sealed: z.object({ nonce: base64, tag: base64, text: z.string() }),
});

/** The queue on disk: sealed under a key of the clinic's vault, since a server's words may say back what they were about. */
export interface QueueFile {
  /** What stands there. `damaged`: it could not be opened, was set aside, and the queue begins anew. Throws where the disk refuses. */
  readonly read: () => Promise<{ readonly queue: SendQueue; readonly damaged: boolean }>;
  /** Writes it whole. Throws where the disk refuses; what stood there stays then. */
  readonly write: (queue: SendQueue) => Promise<void>;
}

/** @param chainKey of the clinic's record, which is never replaced */
export function queueFile(file: string, chainKey: Uint8Array): QueueFile {
  const key = new Uint8Array(hkdfSync('sha256', chainKey, '', PURPOSE, 32));
  return {
    read: async () => {
      const text = await textOf(file);
      if (text === null) return { queue: noQueue, damaged: false };
      const queue = queueIn(text, key);
      if (queue !== null) return { queue, damaged: false };
      await setAside(file);
      return { queue: noQueue, damaged: true };
    },
    write: (queue) => {
      const sealed = seal(Buffer.from(JSON.stringify(queue), 'utf8'), key, PURPOSE);
      return writeWhole(file, (handle) => handle.writeFile(JSON.stringify({ schemaVersion: 1, sealed }), 'utf8'));
    },
  };
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function queueIn(text: string, key: Uint8Array): SendQueue | null {
  try {
    const bytes = unseal(fileSchema.parse(JSON.parse(text)).sealed, key, PURPOSE);
    return bytes === null ? null : queueSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    // No JSON, or none of ours.
    return null;
  }
}
