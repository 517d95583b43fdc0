import { beforeEach, expect, test, vi } from 'vitest';

const safeStorage = vi.hoisted(() => ({
  isAsyncEncryptionAvailable: vi.fn<() => Promise<boolean>>(),
  getSelectedStorageBackend: vi.fn<() => string>(),
  encryptStringAsync: vi.fn<(text: string) => Promise<Buffer>>(),
  decryptStringAsync: vi.fn<(wrapped: Buffer) => Promise<{ result: string; shouldReEncrypt: boolean }>>(),
}));
vi.mock('electron', () => ({ safeStorage }));

const { safeStorageKeychain } = await import('../../../electron/access/safe-storage-keychain.ts');

beforeEach(() => {
  safeStorage.isAsyncEncryptionAvailable.mockResolvedValue(true);
  safeStorage.encryptStringAsync.mockImplementation((text) => Promise.resolve(Buffer.from(text).reverse()));
  safeStorage.decryptStringAsync.mockImplementation((wrapped) =>
    Promise.resolve({ result: Buffer.from(wrapped).reverse().toString(), shouldReEncrypt: true }),
  );
});

test('any bytes come back as they were, with the wish to be wrapped anew', async () => {
  const keychain = safeStorageKeychain('darwin');
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const { bytes: back, rewrap } = await keychain.unwrap(await keychain.wrap(bytes));
  expect(Buffer.from(back)).toEqual(Buffer.from(bytes));
  expect(rewrap).toBe(true);
});

test('on Linux a password that everybody can read is no key chain', async () => {
  for (const [backend, available] of [
    ['basic_text', false],
    ['unknown', false],
    ['gnome_libsecret', true],
    ['kwallet6', true],
  ] as const) {
    safeStorage.getSelectedStorageBackend.mockReturnValue(backend);
    expect(await safeStorageKeychain('linux').available()).toBe(available);
  }
  safeStorage.getSelectedStorageBackend.mockImplementation(() => {
    throw new Error('Linux only');
  });
  expect(await safeStorageKeychain('win32').available()).toBe(true);
  safeStorage.isAsyncEncryptionAvailable.mockResolvedValue(false);
  expect(await safeStorageKeychain('win32').available()).toBe(false);
});
