import { safeStorage } from 'electron';
import type { Keychain } from './keychain.ts';
import { fromBase64, toBase64 } from './seal.ts';

/**
 * The operating system's key chain: DPAPI, macOS Keychain, Secret Service or KWallet. Asynchronous calls only, after
 * the app is ready. Linux without any of them (`basic_text`, `unknown`) has a password everybody can read: none at all.
 */
export function safeStorageKeychain(platform: NodeJS.Platform): Keychain {
  return {
    available: async () => {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
      if (platform !== 'linux') return true;
      const backend = safeStorage.getSelectedStorageBackend();
      return backend !== 'basic_text' && backend !== 'unknown';
    },
    wrap: (bytes) => safeStorage.encryptStringAsync(toBase64(bytes)),
    unwrap: async (wrapped) => {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(wrapped));
      return { bytes: fromBase64(result), rewrap: shouldReEncrypt };
    },
  };
}
