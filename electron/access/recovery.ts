import { hkdf, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { readRecoveryKey, RECOVERY_BYTES } from '../../shared/access/recovery-key.ts';
import { failure, type Failure } from '../../shared/ipc/answer.ts';
import { fromBase64, seal, toBase64, unseal } from './seal.ts';
import type { Wrapping } from './vault-file.ts';

const derive = promisify(hkdf);
const DOMAIN = 'stillroom recovery key 1';

type RecoveryWrapping = Extract<Wrapping, { kind: 'recovery' }>;

/** A new recovery key: `RECOVERY_BYTES` random bytes. Whoever asked shows it once and wipes it. */
export function newRecoverySecret(): Uint8Array {
  return randomBytes(RECOVERY_BYTES);
}

/** The vault key, sealed under a recovery key. @param madeAt epoch ms */
export async function wrapUnderRecovery(
  vaultKey: Uint8Array,
  secret: Uint8Array,
  madeAt: number,
): Promise<RecoveryWrapping> {
  const salt = toBase64(randomBytes(16));
  const key = await keyOf(secret, salt);
  const sealed = seal(vaultKey, key, DOMAIN);
  key.fill(0);
  return { kind: 'recovery', madeAt, salt, sealed };
}

/** The vault key by a typed recovery key; `vault.recoveryGroup` names the first group that cannot be right. */
export async function openRecovery(wrappings: readonly Wrapping[], text: string): Promise<Uint8Array | Failure> {
  const wrapping = wrappings.find((one) => one.kind === 'recovery');
  if (wrapping === undefined) return failure('refused', 'vault.recoveryNone');
  const read = readRecoveryKey(text);
  if (!read.ok) return failure('invalid', 'vault.recoveryGroup', { group: read.group }, 'recoveryKey');
  const key = await keyOf(read.bytes, wrapping.salt);
  read.bytes.fill(0);
  const vaultKey = unseal(wrapping.sealed, key, DOMAIN);
  key.fill(0);
  return vaultKey ?? failure('refused', 'vault.recoveryWrong', {}, 'recoveryKey');
}

/**
 * HKDF and not scrypt: a slow derivation makes up for what people choose. 160 random bits cannot be guessed at any
 * speed, and opening at once is kinder to somebody who has just typed forty letters.
 */
async function keyOf(secret: Uint8Array, salt: string): Promise<Uint8Array> {
  return new Uint8Array(await derive('sha256', secret, fromBase64(salt), DOMAIN, 32));
}
