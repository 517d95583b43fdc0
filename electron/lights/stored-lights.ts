import * as z from 'zod/mini';
import { connectionSchema, lampSchema, type Connection, type Lamp } from '../../shared/lights/lamps.ts';
import {
  fitsConnection,
  leavingSchema,
  MOST_CONNECTIONS,
  MOST_LAMPS,
  type LightsSetup,
} from '../../shared/lights/setup.ts';

/** What stands in the settings: the set-up, and entries that could not be read, as they were. */
export interface StoredLights {
  readonly setup: LightsSetup;
  readonly setAside: readonly unknown[];
}

const fileSchema = z.object({
  connections: z.optional(z.array(z.unknown())),
  lamps: z.optional(z.array(z.unknown())),
  leaving: z.optional(z.unknown()),
  setAside: z.optional(z.array(z.unknown())),
});

/**
 * Reads what the settings hold of lamps, entry by entry: one that is damaged, doubled, too many or belongs to nothing is
 * set aside, and the others are in force. Never throws.
 */
export function readStoredLights(value: unknown): StoredLights & { readonly newlySetAside: number } {
  if (value === undefined)
    return { setup: { connections: [], lamps: [], leaving: null }, setAside: [], newlySetAside: 0 };
  const file = fileSchema.safeParse(value);
  if (!file.success)
    return { setup: { connections: [], lamps: [], leaving: null }, setAside: [value], newlySetAside: 1 };
  const aside: unknown[] = [];
  const connections = kept(file.data.connections ?? [], connectionSchema, MOST_CONNECTIONS, aside, () => true);
  const belongs = (lamp: Lamp): boolean => {
    const connection = connections.find(({ id }) => id === lamp.connectionId);
    return connection !== undefined && fitsConnection(lamp, connection);
  };
  const lamps = kept(file.data.lamps ?? [], lampSchema, MOST_LAMPS, aside, belongs);
  const leaving = leavingSchema.safeParse(file.data.leaving ?? null);
  if (!leaving.success) aside.push({ leaving: file.data.leaving });
  return {
    setup: { connections, lamps, leaving: leaving.success ? leaving.data : null },
    setAside: [...(file.data.setAside ?? []), ...aside],
    newlySetAside: aside.length,
  };
}

/** The entries that can be read, each id once; the others go to `aside`. */
function kept<T extends Connection | Lamp>(
  entries: readonly unknown[],
  schema: z.ZodMiniType<T>,
  most: number,
  aside: unknown[],
  belongs: (entry: T) => boolean,
): T[] {
  const good: T[] = [];
  for (const entry of entries) {
    const parsed = schema.safeParse(entry);
    const isGood = parsed.success && good.length < most && good.every(({ id }) => id !== parsed.data.id);
    if (parsed.success && isGood && belongs(parsed.data)) good.push(parsed.data);
    else aside.push(entry);
  }
  return good;
}
