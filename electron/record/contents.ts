import * as z from 'zod/mini';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { canonicalJson, sha256Hex } from './canonical-json.ts';
import type { ContentKind } from './client-types.ts';
import { prepared } from './connection.ts';
import type { Store } from './store.ts';

const contentSchema = z.object({ kind: z.enum(['protocol', 'music']), body: z.instanceof(Uint8Array) });

/** Keeps a version of a protocol or of music under the hash of its content; the same content is kept once. */
export function putContent(store: Store, kind: ContentKind, value: unknown): Answer<string> {
  const body = Buffer.from(canonicalJson(value), 'utf8');
  const hash = sha256Hex(body);
  store.writer
    .transaction(() => {
      if (prepared(store.writer, 'SELECT 1 FROM contents WHERE hash = ?').get(hash) !== undefined) return;
      prepared(store.writer, 'INSERT INTO contents (hash, kind, body) VALUES (?, ?, ?)').run(hash, kind, body);
    })
    .immediate();
  return success(hash);
}

/** A kept version; what no longer has its hash is not given out. */
export function getContent(
  store: Store,
  hash: string,
): Answer<{ readonly kind: ContentKind; readonly value: unknown }> {
  const row = prepared(store.reader, 'SELECT kind, body FROM contents WHERE hash = ?').get(hash);
  if (row === undefined) return failure('broken', 'record.contentMissing', { hash });
  const { kind, body } = contentSchema.parse(row);
  if (sha256Hex(body) !== hash) return failure('broken', 'record.contentDamaged', { hash });
  const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
  return success({ kind, value });
}
