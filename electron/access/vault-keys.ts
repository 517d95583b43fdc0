import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { fromBase64, toBase64 } from './seal.ts';
import type { VaultContents } from './vault-types.ts';

const KEY_BYTES = 32;
const key = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));
const recordKeys = z.object({ dataKey: key, chainKey: key });
const keysSchema = z.object({ clinic: recordKeys, practice: recordKeys });
type Keys = VaultContents['keys'];

/** New random keys for both records, with the bytes to be sealed. */
export function newKeys(): { readonly keys: Keys; readonly bytes: Uint8Array } {
  const pair = () => ({ dataKey: toBase64(randomBytes(KEY_BYTES)), chainKey: toBase64(randomBytes(KEY_BYTES)) });
  const text: z.infer<typeof keysSchema> = { clinic: pair(), practice: pair() };
  return { keys: decoded(text), bytes: Buffer.from(JSON.stringify(text), 'utf8') };
}

/** The keys out of unsealed bytes, or null where they are none. */
export function keysOf(bytes: Uint8Array): Keys | null {
  try {
    const parsed = keysSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? decoded(parsed.data) : null;
  } catch {
    return null;
  }
}

function decoded(text: z.infer<typeof keysSchema>): Keys {
  const pair = (one: z.infer<typeof recordKeys>) => ({
    dataKey: fromBase64(one.dataKey),
    chainKey: fromBase64(one.chainKey),
  });
  return { clinic: pair(text.clinic), practice: pair(text.practice) };
}
