import * as z from 'zod/mini';
import type { UsedProtocols } from '../../../shared/ipc/session-search.ts';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';

const usedSchema = z.array(z.object({ hash: z.string(), body: z.nullable(z.instanceof(Uint8Array)) }));
const namedSchema = z.object({ title: z.string(), version: z.int() });

/** Each protocol that a session ran on, once, however long its infusions were; the newest version of a title first. */
export function usedProtocols(reader: Sqlite): UsedProtocols {
  // From one hash to the next along the index: as many steps as there are protocols, not as there are sessions.
  const sql = `WITH RECURSIVE used(hash) AS (
      SELECT min(protocol_hash) FROM session_rows
      UNION ALL
      SELECT (SELECT min(protocol_hash) FROM session_rows WHERE protocol_hash > used.hash) FROM used
      WHERE used.hash IS NOT NULL
    )
    SELECT used.hash AS hash, contents.body AS body FROM used LEFT JOIN contents ON contents.hash = used.hash
    WHERE used.hash IS NOT NULL`;
  const found = new Map<string, UsedProtocols[number]>();
  for (const { hash, body } of usedSchema.parse(prepared(reader, sql).all())) {
    const named = body === null ? null : namedOf(body);
    if (named === null) continue;
    const key = JSON.stringify(named);
    const before = found.get(key);
    if (before === undefined) found.set(key, { ...named, protocolHashes: [hash] });
    else before.protocolHashes.push(hash);
  }
  return [...found.values()].toSorted((a, b) => a.title.localeCompare(b.title) || b.version - a.version);
}

function namedOf(body: Uint8Array): { readonly title: string; readonly version: number } | null {
  try {
    const named = namedSchema.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    return named.success ? { title: named.data.title, version: named.data.version } : null;
  } catch {
    return null;
  }
}
