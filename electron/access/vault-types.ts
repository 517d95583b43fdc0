import type { RecordKind } from '../record/client-types.ts';
import type { Keychain } from './keychain.ts';

/** The keys of one record file, 32 random bytes each. */
export interface RecordKeys {
  readonly dataKey: Uint8Array;
  readonly chainKey: Uint8Array;
}

/** An opened vault. */
export interface VaultContents {
  readonly keys: Readonly<Record<RecordKind, RecordKeys>>;
  /** No record was ever opened with it: missing files may be made. */
  readonly fresh: boolean;
  /** `vault.restored`: the vault was damaged and its copy took over; the damaged file is set aside. */
  readonly findings: readonly 'vault.restored'[];
}

/** Where the vault lies and what it belongs to. */
export interface VaultPlace {
  readonly file: string;
  /** The record files its keys open: no new vault is made over any of them. */
  readonly databases: readonly string[];
  readonly keychain: Keychain;
}

/** What stands between the app and its keys. */
export type VaultState = 'none' | 'keychain' | 'passphrase';

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
] as const;
export type VaultFailureCode = (typeof vaultFailureCodes)[number];
