import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { fromBase64, seal, toBase64, unseal, type Sealed } from './seal.ts';
import type { Keys, RecordKeys } from './vault-types.ts';

const KEY_BYTES = 32;
const PURPOSE = 'stillroom vault keys 1';
const key = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));
const recordKeys = z.object({ dataKey: key, chainKey: key });
const keysSchema = z.object({ clinic: recordKeys, practice: recordKeys });

/** New random keys for both records. */
export function newKeys(): Keys {
  const pair = (): RecordKeys => ({ dataKey: randomBytes(KEY_BYTES), chainKey: randomBytes(KEY_BYTES) });
  return { clinic: pair(), practice: pair() };
}

/** New data keys for both records. The chain keys stay: with others, no row of the chain would fit any more. */
export function withNewDataKeys(keys: Keys): Keys {
  const pair = ({ chainKey }: RecordKeys): RecordKeys => ({ dataKey: randomBytes(KEY_BYTES), chainKey });
  return { clinic: pair(keys.clinic), practice: pair(keys.practice) };
}

/** The keys, sealed under a vault key. */
export function sealKeys(keys: Keys, vaultKey: Uint8Array): Sealed {
  const text = ({ dataKey, chainKey }: RecordKeys): z.infer<typeof recordKeys> => ({
    dataKey: toBase64(dataKey),
    chainKey: toBase64(chainKey),
  });
  const bytes = Buffer.from(JSON.stringify({ clinic: text(keys.clinic), practice: text(keys.practice) }), 'utf8');
  const sealed = seal(bytes, vaultKey, PURPOSE);
  bytes.fill(0);
  return sealed;
}

/** The keys that were sealed under a vault key, or null where it is another's or the bytes were changed. */
export function unsealKeys(sealed: Sealed, vaultKey: Uint8Array): Keys | null {
  const bytes = unseal(sealed, vaultKey, PURPOSE);
  if (bytes === null) return null;
  try {
    const parsed = keysSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? decoded(parsed.data) : null;
  } catch {
    return null;
  } finally {
    bytes.fill(0);
  }
}

function decoded(text: z.infer<typeof keysSchema>): Keys {
  const pair = (one: z.infer<typeof recordKeys>) => ({
    dataKey: fromBase64(one.dataKey),
    chainKey: fromBase64(one.chainKey),
  });
  return { clinic: pair(text.clinic), practice: pair(text.practice) };
}
