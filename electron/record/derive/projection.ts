import type { Sqlite } from '../sqlite.ts';
import type { LightEvent } from './light-events.ts';

/** One derived table: which streams it follows, and how its rows follow from their events. */
export interface Projection<Facts> {
  readonly prefix: string;
  readonly load: (database: Sqlite, id: string) => Facts | null;
  /** The very same facts where the event changes nothing. */
  readonly after: (database: Sqlite, facts: Facts | null, event: LightEvent) => Facts | null;
  /** `whole`: folded from the first event on, so that nothing of an older row may stay. */
  readonly save: (database: Sqlite, id: string, facts: Facts, whole: boolean) => void;
  readonly remove: (database: Sqlite, id: string) => void;
}

/** Rows that some events touched, folded in memory and written once at their end. */
export interface Part<Facts> {
  readonly prefix: string;
  readonly add: (event: LightEvent) => void;
  /** Folds a stream anew from all of its events; answers with what came of it. */
  readonly refold: (id: string, events: readonly LightEvent[]) => Facts | null;
  /** Whether any row is to be written: most events of a session change none. */
  readonly changed: () => boolean;
  readonly write: () => void;
}

/** Begins a part of a batch. */
export function partOf<Facts>(database: Sqlite, projection: Projection<Facts>): Part<Facts> {
  const touched = new Map<string, Facts | null>();
  const changed = new Set<string>();
  const whole = new Set<string>();
  return {
    prefix: projection.prefix,
    add: (event) => {
      const id = event.stream.slice(projection.prefix.length);
      const before = touched.has(id) ? (touched.get(id) ?? null) : projection.load(database, id);
      const after = projection.after(database, before, event);
      touched.set(id, after);
      if (after !== before) changed.add(id);
    },
    refold: (id, events) => {
      const facts = events.reduce<Facts | null>((before, event) => projection.after(database, before, event), null);
      touched.set(id, facts);
      changed.add(id);
      whole.add(id);
      return facts;
    },
    changed: () => changed.size > 0,
    write: () => {
      for (const id of changed) {
        const facts = touched.get(id) ?? null;
        if (facts === null) projection.remove(database, id);
        else projection.save(database, id, facts, whole.has(id));
      }
    },
  };
}
