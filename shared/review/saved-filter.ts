import * as z from 'zod/mini';
import { sessionSorts } from '../ipc/session-search.ts';
import { sessionFlags } from '../people/people.ts';

/** Filters that one person keeps at most. */
export const MOST_FILTERS = 30;

/** A filter of the list of sessions, by name. It has no words in it: those may be a patient's name. */
export const savedFilterSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  flags: z.array(z.enum(sessionFlags)),
  staffId: z.nullable(z.string()),
  /** Epoch ms. */
  from: z.nullable(z.number()),
  to: z.nullable(z.number()),
  protocolHashes: z.array(z.string().check(z.maxLength(64))),
  sort: z.enum(sessionSorts),
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;

export const savedFiltersSchema = z.array(savedFilterSchema).check(z.maxLength(MOST_FILTERS));

/** Everybody's filters from where they were kept, by staff id; what cannot be read is left out. */
export function readSavedFilters(stored: unknown): Readonly<Record<string, readonly SavedFilter[]>> {
  const all = z.record(z.string(), z.array(z.unknown())).safeParse(stored);
  if (!all.success) return {};
  return Object.fromEntries(
    Object.entries(all.data).map(([staffId, filters]) => [
      staffId,
      filters.flatMap((filter) => {
        const read = savedFilterSchema.safeParse(filter);
        return read.success ? [read.data] : [];
      }),
    ]),
  );
}
