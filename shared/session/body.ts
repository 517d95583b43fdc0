import * as z from 'zod/mini';

/** Parts that bodies of events are made of. */
export const id = z.string().check(z.minLength(1), z.maxLength(64));
export const note = z.nullable(z.string().check(z.maxLength(2000)));
export const words = z.string().check(z.minLength(1), z.maxLength(2000));

/** One kind of body, told apart by `type`. */
export const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });
