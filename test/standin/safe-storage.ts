import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathOf } from './host.ts';
import { onlyWhenReady } from './power.ts';
import { refuse } from './strict.ts';
import type { KeychainBackend } from './surface/desktop.ts';

const marker = Buffer.from('standin1');

/**
 * The keychain that tests choose. Without a choice it is the weak one, as on a Linux desktop without a keyring: a key kept in a
 * plain file protects nothing, and an app that minds must see that.
 */
export const keychain: { backend: KeychainBackend; available: boolean } = {
  backend: process.env['STILLROOM_STANDIN_KEYCHAIN'] === 'gnome_libsecret' ? 'gnome_libsecret' : 'basic_text',
  available: process.env['STILLROOM_STANDIN_KEYCHAIN'] !== 'unavailable',
};

/** The key lies beside userData, not in it, as a keychain does: losing one does not lose the other. */
function keyOf(backend: string): Buffer {
  const file = `${pathOf('userData')}.standin-keychain-${backend}`;
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}

const whenAvailable = (): void =>
  keychain.available ? undefined : refuse('Encryption is not available: the keychain cannot be opened.');

const gone = (name: string) => () => refuse(`safeStorage.${name} is removed in Electron 46: use the async calls.`);

/** `safeStorage`: the async calls only. */
export const safeStorage = onlyWhenReady('safeStorage', {
  isAsyncEncryptionAvailable: () => Promise.resolve(keychain.available),
  async encryptStringAsync(plainText: string): Promise<Buffer> {
    whenAvailable();
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyOf(keychain.backend), nonce);
    const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([marker, nonce, cipher.getAuthTag(), body]);
  },
  async decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    whenAvailable();
    if (!encrypted.subarray(0, 8).equals(marker))
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
    const decipher = createDecipheriv('aes-256-gcm', keyOf(keychain.backend), encrypted.subarray(8, 20));
    decipher.setAuthTag(encrypted.subarray(20, 36));
    const result = Buffer.concat([decipher.update(encrypted.subarray(36)), decipher.final()]).toString('utf8');
    return { result, shouldReEncrypt: false };
  },
  getSelectedStorageBackend: (): KeychainBackend =>
    process.platform === 'linux'
      ? keychain.backend
      : refuse('safeStorage.getSelectedStorageBackend exists on Linux only.'),
  isEncryptionAvailable: gone('isEncryptionAvailable'),
  encryptString: gone('encryptString'),
  decryptString: gone('decryptString'),
  setUsePlainTextEncryption: gone('setUsePlainTextEncryption'),
});
