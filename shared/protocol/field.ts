import * as z from 'zod/mini';

/** A text that cannot be empty, of at most `max` characters. */
export const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
