import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonicalJson, sha256Hex } from '../../electron/record/canonical-json.ts';
import { catalogSchema, type SessionMusic } from '../../shared/music/set.ts';
import { defaultProtocol } from '../../shared/protocol/default-protocol.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';

const catalogFile = fileURLToPath(new URL('../../assets/music/catalog.json', import.meta.url));

/** A version of something that sessions point to by the hash of its content. */
export interface Kept<T> {
  readonly hash: string;
  readonly value: T;
}

/** What every session of an archive runs on. */
export interface Contents {
  readonly protocol: Kept<Protocol>;
  readonly music: readonly Kept<SessionMusic>[];
}

/** The built-in protocol and the built-in sets of music. */
export function archiveContents(): Contents {
  const { sets, recovery } = catalogSchema.parse(JSON.parse(readFileSync(catalogFile, 'utf8')));
  const { loop: _loop, ...bed } = recovery;
  return {
    protocol: kept(defaultProtocol(0, 'Fictional clinic')),
    music: sets.map((set) => kept({ set, recovery: bed })),
  };
}

function kept<T>(value: T): Kept<T> {
  return { hash: sha256Hex(Buffer.from(canonicalJson(value), 'utf8')), value };
}
