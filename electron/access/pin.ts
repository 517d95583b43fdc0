import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { deriveKey, deriveSchema, fromBase64, newDerive, PIN_COST, toBase64 } from './seal.ts';

const pinSchema = z.string().check(z.regex(/^\d{4,8}$/));
const hashSchema = z.object({ derive: deriveSchema, hash: z.string() });

/** Whether a text has the form of a PIN: 4 to 8 digits. */
export function isPin(text: string): boolean {
  return pinSchema.safeParse(text).success;
}

/** The stored form of a PIN: scrypt with a salt of its own. */
export async function hashPin(pin: string): Promise<string> {
  const derive = newDerive(PIN_COST);
  return JSON.stringify({ derive, hash: toBase64(await deriveKey(pin, derive)) });
}

/** Whether a PIN is the one that was hashed, compared in constant time. Throws for a stored form that is none. */
export async function pinFits(pin: string, stored: string): Promise<boolean> {
  const { derive, hash } = hashSchema.parse(JSON.parse(stored));
  const expected = fromBase64(hash);
  const given = await deriveKey(pin, derive);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
