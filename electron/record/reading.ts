import type { Failure } from '../../shared/ipc/answer.ts';
import type { OpenOptions } from './client-types.ts';
import { openConnection } from './connection.ts';
import { chainStart } from './row.ts';
import { failureOfOpening, fileRowOf, refuseStrange } from './store.ts';
import type { Sqlite } from './sqlite.ts';

/** A record file that is only looked at: what checks, backups and exports need of it. */
export interface Reading {
  readonly reader: Sqlite;
  readonly chainKey: Uint8Array;
  /** 16 random bytes that name this record and all its copies. */
  readonly fileId: Uint8Array;
  /** `prev_hash` of the first event. */
  readonly chainStart: Uint8Array;
}

/** Opens a record file for reading, beside whoever writes it; close `reader` afterwards. Fails as opening it does. */
export function openForReading(
  options: Pick<OpenOptions, 'file' | 'dataKey' | 'chainKey' | 'kind'>,
): Reading | Failure {
  let reader: Sqlite | null = null;
  try {
    reader = openConnection(options.file, options.dataKey, 'read');
    refuseStrange(reader, options);
    const { file_id: fileId } = fileRowOf(reader);
    return { reader, chainKey: options.chainKey, fileId, chainStart: chainStart(fileId) };
  } catch (error) {
    reader?.close();
    return failureOfOpening(options, error);
  }
}
