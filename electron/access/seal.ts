import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

const derive = promisify<string, Uint8Array, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes in a file's text. */
export const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(10_000));

/** Bytes sealed with AES-256-GCM: a change of any of them is noticed on opening. */
export const sealedSchema = z.object({ nonce: base64, tag: base64, text: base64 });
export type Sealed = z.infer<typeof sealedSchema>;

/** How a passphrase becomes a key: scrypt. The bounds keep a strange file from asking for all memory. */
export const deriveSchema = z.object({
  n: z.int().check(z.gte(1024), z.lte(1 << 20)),
  r: z.int().check(z.gte(1), z.lte(16)),
  p: z.int().check(z.gte(1), z.lte(4)),
  salt: base64,
});
export type Derive = z.infer<typeof deriveSchema>;

/** 128 MB and about half a second: for the passphrase that opens the record. */
export const PASSPHRASE_COST = { n: 1 << 17, r: 8, p: 1 } as const;
/** 32 MB and about a tenth of a second: for a PIN, whose hash lies inside the encrypted record. */
export const PIN_COST = { n: 1 << 15, r: 8, p: 1 } as const;

/** Seals bytes with a 32-byte key; `purpose` must be the same on opening. */
export function seal(bytes: Uint8Array, key: Uint8Array, purpose: string): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(purpose, 'utf8'));
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { nonce: toBase64(nonce), tag: toBase64(cipher.getAuthTag()), text: toBase64(text) };
}

/** Opens what was sealed, or null where key, purpose or bytes do not fit. */
export function unseal(sealed: Sealed, key: Uint8Array, purpose: string): Uint8Array | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, fromBase64(sealed.nonce), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(purpose, 'utf8'));
    decipher.setAuthTag(fromBase64(sealed.tag));
    return Buffer.concat([decipher.update(fromBase64(sealed.text)), decipher.final()]);
  } catch {
    return null;
  }
}

/** A 32-byte key from a secret that people type; in Unicode's composed form, so that every keyboard gives the same. */
export function deriveKey(secret: string, { n, r, p, salt }: Derive): Promise<Uint8Array> {
  return derive(secret.normalize('NFKC'), fromBase64(salt), 32, { N: n, r, p, maxmem: 130 * n * r + (1 << 20) });
}

/** Fresh parameters for a new secret. */
export function newDerive(cost: { readonly n: number; readonly r: number; readonly p: number }): Derive {
  return { ...cost, salt: toBase64(randomBytes(16)) };
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

export function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
