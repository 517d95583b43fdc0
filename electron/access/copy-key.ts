import { hkdfSync } from 'node:crypto';
import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';

/** The clinic's own pair of X25519 keys, as the age format writes them: anybody may seal for it, the vault opens. */
export interface CopyKey {
  readonly recipient: string;
  readonly identity: string;
}

const PURPOSE = 'stillroom emergency copy 1';

/**
 * The key that emergency copies are sealed for. It comes from the clinic's chain key, which is never replaced: a copy
 * opens as long as the vault does, on whatever PC the recovery key opened it, and also after a new data key.
 */
export async function copyKeyOf(chainKey: Uint8Array): Promise<CopyKey> {
  const scalar = new Uint8Array(hkdfSync('sha256', chainKey, '', PURPOSE, 32));
  const identity = bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase();
  scalar.fill(0);
  return { identity, recipient: await identityToRecipient(identity) };
}
