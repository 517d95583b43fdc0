import { failure, type Failure } from '../../shared/ipc/answer.ts';
import type { OpenOptions, RecordClient } from './client-types.ts';

export type * from './client-types.ts';
export { findingCodes, openFailureCodes, requestFailureCodes } from './client-types.ts';

/** Opens a record in a worker of its own. Failures carry one of `openFailureCodes`. */
export function openRecord(options: OpenOptions): Promise<RecordClient | Failure> {
  return Promise.resolve(failure('broken', 'recordLost', { kind: options.kind }));
}
