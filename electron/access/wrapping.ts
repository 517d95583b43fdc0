import { failure, type Failure } from '../../shared/ipc/answer.ts';
import type { Keychain } from './keychain.ts';
import { deriveKey, fromBase64, newDerive, PASSPHRASE_COST, seal, toBase64, unseal } from './seal.ts';
import type { Wrapping } from './vault-file.ts';

const PURPOSE = 'stillroom vault key 1';

/** The vault key, wrapped for each way that leads to it. */
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

/** The vault key; `rewrapped` holds new wrappings to be kept where the key chain asked for it. */
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
  const locked = wrappings.find((wrapping) => wrapping.kind === 'passphrase');
  if (locked === undefined) return byKeychain;
  if (passphrase === null) return failure('refused', 'vault.passphraseNeeded');
  const vaultKey = unseal(locked.sealed, await deriveKey(passphrase, locked.derive), PURPOSE);
  return vaultKey === null ? failure('refused', 'vault.passphraseWrong') : { vaultKey, rewrapped: null };
}

async function openKeychain(wrappings: readonly Wrapping[], keychain: Keychain): Promise<Opened | Failure> {
  const wrapping = wrappings.find((one) => one.kind === 'keychain');
  if (wrapping === undefined || !(await keychain.available())) return failure('broken', 'vault.keychainMissing');
  try {
    const { bytes, rewrap } = await keychain.unwrap(fromBase64(wrapping.wrapped));
    if (bytes.length !== 32) return failure('broken', 'vault.keychainRefused');
    if (!rewrap) return { vaultKey: bytes, rewrapped: null };
    const others = wrappings.filter((one) => one !== wrapping);
    return { vaultKey: bytes, rewrapped: [await wrapInKeychain(bytes, keychain), ...others] };
  } catch {
    return failure('broken', 'vault.keychainRefused');
  }
}

async function wrapInKeychain(vaultKey: Uint8Array, keychain: Keychain): Promise<Wrapping> {
  return { kind: 'keychain', wrapped: toBase64(await keychain.wrap(vaultKey)) };
}

async function wrapUnderPassphrase(vaultKey: Uint8Array, passphrase: string): Promise<Wrapping> {
  const derive = newDerive(PASSPHRASE_COST);
  return { kind: 'passphrase', derive, sealed: seal(vaultKey, await deriveKey(passphrase, derive), PURPOSE) };
}
