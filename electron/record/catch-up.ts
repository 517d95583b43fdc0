import * as z from 'zod/mini';
import { prepared } from './connection.ts';
import { eventsAfter } from './event-rows.ts';
import { startBatch } from './projection.ts';
import { derivedTables } from './schema.ts';
import type { Store } from './store.ts';

/** Moves on whenever a fold or a derived row changes its form: everything derived is then built anew. */
export const PROJECTION_VERSION = 1;
/** Events folded per transaction. */
const BATCH = 1_000;

const derivedSchema = z.object({ version: z.int(), cursor: z.int() });

/**
 * Brings the derived rows one batch closer to the end of the chain. Rows and cursor are written in one transaction, and
 * only where a row changes; the cursor in the file may lag behind and the same events are then looked at again.
 * @returns whether more is waiting
 */
export function catchUpOnce(store: Store): boolean {
  const cursor = store.derived.scanned ?? cursorOf(store);
  const events = eventsAfter(store.writer, cursor, BATCH);
  const last = events.at(-1);
  store.derived.scanned = cursor;
  if (last === undefined) return false;
  const batch = startBatch(store.writer);
  for (const { event } of events) batch.add(event);
  if (batch.changed()) {
    store.writer
      .transaction(() => {
        batch.write();
        writeCursor(store, last.globalSeq);
      })
      .immediate();
  }
  store.derived.scanned = last.globalSeq;
  return events.length === BATCH;
}

/** Brings everything up and the cursor in the file with it, for the clean end. */
export function settle(store: Store): void {
  catchUp(store);
  if (store.derived.scanned !== null) writeCursor(store, store.derived.scanned);
}

/** Brings the derived rows up to the end of the chain. */
export function catchUp(store: Store): void {
  while (catchUpOnce(store));
}

/** Where the derived rows stand; rows of another form are dropped first. */
function cursorOf(store: Store): number {
  const { version, cursor } = derivedSchema.parse(prepared(store.writer, 'SELECT version, cursor FROM derived').get());
  if (version === PROJECTION_VERSION) return cursor;
  store.writer
    .transaction(() => {
      for (const table of derivedTables) prepared(store.writer, `DELETE FROM ${table}`).run();
      prepared(store.writer, 'UPDATE derived SET version = ?, cursor = 0').run(PROJECTION_VERSION);
    })
    .immediate();
  return 0;
}

function writeCursor(store: Store, cursor: number): void {
  prepared(store.writer, 'UPDATE derived SET cursor = ?').run(cursor);
}
