import { RETENTION_STREAM } from '../../../shared/people/retention.ts';
import { PROTOCOL_STREAM } from '../../../shared/protocol/versions.ts';

/**
 * Whether a stream has an order of its own, which a mix of two would turn around: a hold lifted on one PC must not lift
 * the one here, and two PCs' protocols must not become versions of each other. Such a stream only ever goes on.
 */
export function isOrdered(stream: string): boolean {
  return stream.startsWith('session:') || stream === RETENTION_STREAM || stream === PROTOCOL_STREAM;
}
