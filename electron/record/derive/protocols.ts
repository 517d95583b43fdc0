import * as z from 'zod/mini';
import type { Protocol } from '../../../shared/protocol/schema.ts';
import { storedProtocolSchema } from '../../../shared/protocol/stored.ts';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';

const contentSchema = z.object({ body: z.instanceof(Uint8Array) });
const known = new WeakMap<Sqlite, Map<string, Protocol>>();

/** A version of a protocol, read once for each connection; null where it is not kept or cannot be read. */
export function protocolOf(database: Sqlite, hash: string): Protocol | null {
  const cache = known.get(database) ?? new Map<string, Protocol>();
  known.set(database, cache);
  const cached = cache.get(hash);
  if (cached !== undefined) return cached;
  const row = contentSchema.safeParse(prepared(database, 'SELECT body FROM contents WHERE hash = ?').get(hash));
  if (!row.success) return null;
  const protocol = storedProtocolSchema.safeParse(JSON.parse(Buffer.from(row.data.body).toString('utf8')));
  if (!protocol.success) return null;
  cache.set(hash, protocol.data);
  return protocol.data;
}
