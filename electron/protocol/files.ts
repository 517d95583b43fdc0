import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { LONGEST_PROTOCOL_FILE, protocolFile, readProtocolFile } from '../../shared/protocol/protocol-file.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { writeWhole } from '../record/whole-file.ts';
import type { AskFile, FileKind } from '../windows/ask-file.ts';

const kind: FileKind = { name: 'Stillroom protocol', extension: 'json' };

/** Protocols as files, where somebody chooses them. */
export interface ProtocolFiles {
  readonly write: (protocol: Protocol) => Promise<Answer<{ readonly name: string | null }>>;
  readonly read: () => Promise<Answer<{ readonly protocol: Protocol | null }>>;
}

export function createProtocolFiles(ask: AskFile): ProtocolFiles {
  return {
    write: async (protocol) => {
      const file = await ask.save(`stillroom-protocol-${protocol.version}.json`, kind);
      if (file === null) return success({ name: null });
      try {
        await writeWhole(file, (handle) => handle.writeFile(protocolFile(protocol)));
      } catch {
        return failure('unavailable', 'protocol.fileUnwritable');
      }
      return success({ name: basename(file) });
    },
    read: async () => {
      const file = await ask.open(kind);
      if (file === null) return success({ protocol: null });
      const text = await firstOf(file);
      if (text === null) return failure('unavailable', 'protocol.fileUnreadable');
      if (text === 'tooLong') return failure('refused', 'protocol.fileTooLong');
      const protocol = readProtocolFile(text);
      return protocol.ok ? success({ protocol: protocol.data }) : protocol;
    },
  };
}

/** A file's text, or that it is longer than any protocol; null where it cannot be read. */
async function firstOf(file: string): Promise<string | null> {
  try {
    const handle = await open(file, 'r');
    try {
      const bytes = Buffer.alloc(LONGEST_PROTOCOL_FILE + 1);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return bytesRead > LONGEST_PROTOCOL_FILE ? 'tooLong' : bytes.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
