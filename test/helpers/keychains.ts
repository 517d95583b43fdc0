import { seal, sealedSchema, unseal } from '../../electron/access/seal.ts';
import type { Keychain } from '../../electron/access/keychain.ts';

/** A machine without a real key chain. */
export const noKeychain: Keychain = {
  available: () => Promise.resolve(false),
  wrap: () => Promise.reject(new Error('no key chain')),
  unwrap: () => Promise.reject(new Error('no key chain')),
};

/** A key chain in memory: gives back what it was given, for the handle it gave out. */
export class FakeKeychain implements Keychain {
  readonly #kept = new Map<string, Uint8Array>();
  /** The user pressed "deny", or the system was installed anew. */
  refuses = false;
  /** It asks to be given the secret anew. */
  rewrap = false;
  wraps = 0;

  available(): Promise<boolean> {
    return Promise.resolve(true);
  }

  wrap(bytes: Uint8Array): Promise<Uint8Array> {
    this.wraps += 1;
    const handle = `handle-${this.wraps}`;
    this.#kept.set(handle, Uint8Array.from(bytes));
    return Promise.resolve(Buffer.from(handle));
  }

  unwrap(wrapped: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly rewrap: boolean }> {
    const bytes = this.#kept.get(Buffer.from(wrapped).toString());
    if (this.refuses || bytes === undefined) return Promise.reject(new Error('refused'));
    return Promise.resolve({ bytes: Uint8Array.from(bytes), rewrap: this.rewrap });
  }
}

/** A key chain that lasts as long as its key: the same one in every process that is given the key. */
export function fixedKeychain(key: Uint8Array): Keychain {
  return {
    available: () => Promise.resolve(true),
    wrap: (bytes) => Promise.resolve(Buffer.from(JSON.stringify(seal(bytes, key, 'test key chain')))),
    unwrap: (wrapped) => {
      const bytes = unseal(sealedSchema.parse(JSON.parse(Buffer.from(wrapped).toString())), key, 'test key chain');
      return bytes === null ? Promise.reject(new Error('refused')) : Promise.resolve({ bytes, rewrap: false });
    },
  };
}
