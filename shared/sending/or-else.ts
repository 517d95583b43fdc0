import * as z from 'zod/mini';

/** A part of a stranger's answer that counts as `fallback` where it is not well formed: one odd field must not cost the rest. */
export const { catch: orElse } = z;
