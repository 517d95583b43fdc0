import { failure, type Failure } from '../../shared/ipc/answer.ts';
import type { Keychain } from './keychain.ts';
import { openRecovery } from './recovery.ts';
import { deriveKey, fromBase64, newDerive, PASSPHRASE_COST, seal, toBase64, unseal } from './seal.ts';
import type { Wrapping } from './vault-file.ts';
import type { VaultSecret } from './vault-types.ts';

const PURPOSE = 'stillroom vault key 1';

/** The vault key, wrapped for each way of this PC that leads to it. */
export async function wrapAll(
  vaultKey: Uint8Array,
  keychain: Keychain | null,
  passphrase: string | null,
): Promise<Wrapping[]> {
  return [
    ...(keychain === null ? [] : [await wrapInKeychain(vaultKey, keychain)]),
    ...(passphrase === null ? [] : [await wrapUnderPassphrase(vaultKey, passphrase)]),
  ];
}

/** The vault key; `rewrapped` holds new wrappings to be kept where the key chain is to be given it anew. */
export interface Opened {
  readonly vaultKey: Uint8Array;
  readonly rewrapped: readonly Wrapping[] | null;
}

/** Opens one of the wrappings: the key chain's first, the passphrase's where that fails or is not there. */
export async function openWrapping(
  wrappings: readonly Wrapping[],
  keychain: Keychain,
  passphrase: string | null,
): Promise<Opened | Failure> {
  const byKeychain = await openKeychain(wrappings, keychain);
  if (!('ok' in byKeychain)) return byKeychain;
  if (!wrappings.some(({ kind }) => kind === 'passphrase')) return byKeychain;
  if (passphrase === null) return failure('refused', 'vault.passphraseNeeded');
  const vaultKey = await openPassphrase(wrappings, passphrase);
  if ('ok' in vaultKey) return vaultKey;
  const forgot = wrappings.some(({ kind }) => kind === 'keychain');
  return { vaultKey, rewrapped: forgot ? await givenAnew(vaultKey, wrappings, keychain) : null };
}

/** Opens the wrapping that a secret belongs to, and no other. */
export async function openBy(
  wrappings: readonly Wrapping[],
  secret: VaultSecret,
): Promise<{ readonly vaultKey: Uint8Array } | Failure> {
  if (secret.kind === 'keychain') return openKeychain(wrappings, secret.keychain);
  const vaultKey =
    secret.kind === 'passphrase'
      ? await openPassphrase(wrappings, secret.passphrase)
      : await openRecovery(wrappings, secret.text);
  return 'ok' in vaultKey ? vaultKey : { vaultKey };
}

async function openPassphrase(wrappings: readonly Wrapping[], passphrase: string): Promise<Uint8Array | Failure> {
  const locked = wrappings.find((wrapping) => wrapping.kind === 'passphrase');
  if (locked === undefined) return failure('refused', 'vault.passphraseWrong');
  const key = await deriveKey(passphrase, locked.derive);
  const vaultKey = unseal(locked.sealed, key, PURPOSE);
  key.fill(0);
  return vaultKey ?? failure('refused', 'vault.passphraseWrong');
}

async function openKeychain(wrappings: readonly Wrapping[], keychain: Keychain): Promise<Opened | Failure> {
  const wrapping = wrappings.find((one) => one.kind === 'keychain');
  if (wrapping === undefined || !(await keychain.available())) return failure('broken', 'vault.keychainMissing');
  try {
    const { bytes, rewrap } = await keychain.unwrap(fromBase64(wrapping.wrapped));
    if (bytes.length !== 32) return failure('broken', 'vault.keychainRefused');
    return { vaultKey: bytes, rewrapped: rewrap ? await givenAnew(bytes, wrappings, keychain) : null };
  } catch {
    return failure('broken', 'vault.keychainRefused');
  }
}

/** The wrappings with the vault key given to the key chain anew, or null where it takes nothing just now. */
export async function givenAnew(
  vaultKey: Uint8Array,
  wrappings: readonly Wrapping[],
  keychain: Keychain,
): Promise<readonly Wrapping[] | null> {
  try {
    if (!(await keychain.available())) return null;
    const others = wrappings.filter(({ kind }) => kind !== 'keychain');
    return [await wrapInKeychain(vaultKey, keychain), ...others];
  } catch {
    return null;
  }
}

async function wrapInKeychain(vaultKey: Uint8Array, keychain: Keychain): Promise<Wrapping> {
  return { kind: 'keychain', wrapped: toBase64(await keychain.wrap(vaultKey)) };
}

async function wrapUnderPassphrase(vaultKey: Uint8Array, passphrase: string): Promise<Wrapping> {
  const derive = newDerive(PASSPHRASE_COST);
  const key = await deriveKey(passphrase, derive);
  const sealed = seal(vaultKey, key, PURPOSE);
  key.fill(0);
  return { kind: 'passphrase', derive, sealed };
}
