import * as z from 'zod/mini';

/** Parts that several requests carry. */
export const id = z.string().check(z.minLength(1), z.maxLength(64));
export const pin = z.string().check(z.regex(/^\d{4,8}$/));
export const passphrase = z.string().check(z.minLength(8), z.maxLength(200));
/** A name and its PIN, asked for one act. */
export const signedSchema = z.object({ staffId: id, pin });
export const text = (max: number) => z.string().check(z.maxLength(max));
export const nothing = z.object({});
