import type { RecordKind } from '../record/client-types.ts';
import type { Keychain } from './keychain.ts';
import type { Wrapping } from './vault-file.ts';

/** The keys of one record file, 32 random bytes each. */
export interface RecordKeys {
  readonly dataKey: Uint8Array;
  readonly chainKey: Uint8Array;
}

/** The keys of both records. */
export type Keys = Readonly<Record<RecordKind, RecordKeys>>;

/** An opened vault. */
export interface VaultContents {
  readonly keys: Keys;
  /** Keys that are taking over: a record opens with these or with `keys`. Null but for an unfinished replacement. */
  readonly nextKeys: Keys | null;
  /** No record was ever opened with it: missing files may be made. */
  readonly fresh: boolean;
  /** `vault.restored`: the vault was damaged and its copy took over; the damaged file is set aside. */
  readonly findings: readonly 'vault.restored'[];
}

/** A vault with the key that opened it: for whoever wraps it anew. Ask for one when it is needed, wipe it afterwards. */
export interface OpenVault extends VaultContents {
  readonly vaultKey: Uint8Array;
  readonly wrappings: readonly Wrapping[];
}

/** What leads into a vault. A passphrase and a recovery key are as typed. */
export type VaultSecret =
  | { readonly kind: 'keychain'; readonly keychain: Keychain }
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly text: string };

/** Where the vault lies and what it belongs to. */
export interface VaultPlace {
  readonly file: string;
  /** The record files its keys open: no new vault is made over any of them. */
  readonly databases: readonly string[];
  readonly keychain: Keychain;
}

/** What stands between the app and its keys. */
export type VaultState = 'none' | 'keychain' | 'passphrase';

/** The ways that lead into a vault; `recoveryMadeAt` is epoch ms, null where no recovery key was made. */
export interface VaultWays {
  readonly keychain: boolean;
  readonly passphrase: boolean;
  readonly recoveryMadeAt: number | null;
}

/** Failures of the vault, by code. */
export const vaultFailureCodes = [
  'vault.missing',
  'vault.damaged',
  'vault.newer',
  'vault.exists',
  'vault.unreachable',
  'vault.keychainMissing',
  'vault.keychainRefused',
  'vault.passphraseNeeded',
  'vault.passphraseWrong',
  'vault.passphraseNone',
  'vault.copyNone',
  'vault.unsettled',
  'vault.recoveryNone',
  'vault.recoveryWrong',
  'vault.recoveryGroup',
] as const;
export type VaultFailureCode = (typeof vaultFailureCodes)[number];
