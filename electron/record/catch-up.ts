import * as z from 'zod/mini';
import { failure } from '../../shared/ipc/answer.ts';
import { inTransaction, prepared } from './connection.ts';
import { createDerived, dropDerived } from './schema.ts';
import { startBatch, type Batch } from './derive/batch.ts';
import { lightAfter, lightAudit } from './derive/light-events.ts';
import { countStale, isAnyStale, lookAtOver } from './derive/over-rows.ts';
import { readPlace, writePlace, type Place } from './derive/place.ts';
import { Refused } from './failures.ts';
import type { Sqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** Events folded per transaction: about 5 ms of work. */
const BATCH = 500;
/** Events swept per transaction while nobody waits. */
const CALM_BATCH = 2_000;
/** Sessions that are over looked at as a whole per transaction, about 4 ms each; and while nobody waits. */
const OVER_BATCH = 3;
const CALM_OVER_BATCH = 10;
/** Events that the rows may lie behind and still be brought up before a question is answered; of more, the newest first. */
const FAR = 20_000;

const streamSchema = z.object({ stream: z.string() });
const headSchema = z.object({ head: z.int() });

/** What is left to do, for those who wait and for a bar. */
export interface Behind {
  /** Events that no row follows yet, and of how many. 0: everything that is derived is up to date. */
  readonly left: number;
  readonly total: number;
}

/**
 * Brings the derived rows one step closer to the end of the chain: first what is new, then what a rebuild has left, the
 * newest first. Rows and place are written in one transaction. A crash in between costs nothing: the place in the file may
 * lag behind, and the same events are then looked at again.
 * @param calm nobody waits for the writer: larger steps
 * @returns whether more is waiting
 */
export function catchUpOnce(store: Store, calm = false): boolean {
  const place = placeOf(store);
  const size = calm ? CALM_BATCH : BATCH;
  return (
    headStep(store, place) || sweepStep(store, place, size) || overStep(store, calm ? CALM_OVER_BATCH : OVER_BATCH)
  );
}

/** Brings the rows up to the end of the chain, but for what a rebuild has left: that stays behind and comes later. */
export function catchUp(store: Store): void {
  const place = placeOf(store);
  if (headOf(store.writer) - place.scanned > FAR) postpone(store, place);
  while (headStep(store, place));
}

/** Brings everything up, a rebuild to its end: for tests and tools. */
export function catchUpWholly(store: Store): void {
  while (catchUpOnce(store, true));
}

/**
 * Drops everything derived and begins to build it anew, staff and live sessions at once: without them nobody could sign in
 * or go on. The rest follows in steps, the newest first, and goes on after a restart.
 */
export function startRebuild(store: Store): void {
  const streams = streamsAtOnce(store.writer);
  const head = headOf(store.writer);
  const place: Place = { scanned: head, from: 0, left: head, whole: new Set() };
  store.writer
    .transaction(() => {
      dropDerived(store.writer);
      createDerived(store.writer);
      const batch = startBatch(store.writer);
      for (const stream of streams) refoldOnce(place, batch, stream);
      batch.write();
      writePlace(store.writer, place);
    })
    .immediate();
  store.derived.place = place;
}

/** Brings what is new up and notes the place, for the clean end; a rebuild goes on after the next start. */
export function settle(store: Store): void {
  catchUp(store);
  unsynced(store.writer, () => writePlace(store.writer, placeOf(store)));
}

/** How far a rebuild is. */
export function behind(store: Store): Behind {
  const { scanned, from, left } = placeOf(store);
  return { left: left - from, total: scanned };
}

/** Refuses what needs every row there is, while a rebuild is on. */
export function needWhole(store: Store): void {
  if (behind(store).left > 0) throw new Refused(failure('refused', 'record.rebuilding'));
}

function placeOf(store: Store): Place {
  store.derived.place ??= readPlace(store.writer);
  return store.derived.place;
}

/** Looks at the next events after the place. */
function headStep(store: Store, place: Place): boolean {
  const events = lightAfter(store.writer, place.scanned, BATCH);
  const last = events.at(-1);
  if (last === undefined) return false;
  const batch = startBatch(store.writer);
  const sweeping = place.left > place.from;
  for (const event of events) {
    // Of a session that a rebuild has not come to, the beginning is missing: it is folded whole.
    if (sweeping && !event.stream.startsWith('erasure:')) refoldOnce(place, batch, event.stream);
    batch.add(event);
  }
  const moved = { ...place, scanned: last.globalSeq };
  if (batch.changed()) unsynced(store.writer, () => write(store, batch, moved));
  place.scanned = last.globalSeq;
  return events.length === BATCH;
}

/** Looks at the events just below those that a rebuild has done. */
function sweepStep(store: Store, place: Place, size: number): boolean {
  if (place.left <= place.from) return false;
  const to = Math.max(place.from, place.left - size);
  // A sweep over everything meets each stream at its first event; one over a part may find only its end there.
  const one = place.from === 0 ? 'stream FROM events WHERE stream_seq = 1 AND' : 'DISTINCT stream FROM events WHERE';
  const sql = `SELECT ${one} seq > ? AND seq <= ?`;
  const streams = z.array(streamSchema).parse(prepared(store.writer, sql).all(to, place.left));
  const batch = startBatch(store.writer);
  for (const { stream } of streams) refoldOnce(place, batch, stream);
  lightAudit(store.writer, to, place.left).forEach(batch.add);
  unsynced(store.writer, () => write(store, batch, { ...place, left: to }));
  place.left = to;
  if (to === place.from) place.whole.clear();
  return to > place.from;
}

/** Looks at some of the sessions that are over and have changed, as a whole. */
function overStep(store: Store, limit: number): boolean {
  if (!isAnyStale(store.writer)) return false;
  let more = false;
  unsynced(store.writer, () => {
    more = inTransaction(store.writer, () => lookAtOver(store.writer, limit));
  });
  return more;
}

/**
 * Looks at sessions that are over and have changed, so that what was just signed waits no longer.
 * @returns how many are left, for later steps
 */
export function lookAtChanged(store: Store): number {
  overStep(store, OVER_BATCH);
  return countStale(store.writer);
}

/** More is new than can be waited for: the newest comes first and the rest is swept. */
function postpone(store: Store, place: Place): void {
  place.from = place.left > place.from ? Math.min(place.from, place.scanned) : place.scanned;
  place.scanned = headOf(store.writer);
  place.left = place.scanned;
  place.whole.clear();
  unsynced(store.writer, () => writePlace(store.writer, place));
}

/** Folds a stream whole, once in a rebuild, and for a session its patient, by whose name it is found. */
function refoldOnce(place: Place, batch: Batch, stream: string): void {
  if (place.whole.has(stream)) return;
  place.whole.add(stream);
  for (const beside of batch.refold(stream)) refoldOnce(place, batch, beside);
}

function write(store: Store, batch: Batch, place: Place): void {
  try {
    store.writer
      .transaction(() => {
        batch.write();
        writePlace(store.writer, place);
      })
      .immediate();
  } catch (error) {
    // What was folded is not written: it is folded again.
    store.derived.place?.whole.clear();
    throw error;
  }
}

/**
 * Writes derived rows without waiting for the disk: they are no truth, and with them the place goes. An append that follows
 * syncs the log as a whole.
 */
function unsynced(database: Sqlite, write: () => void): void {
  database.pragma('synchronous = NORMAL');
  try {
    write();
  } finally {
    database.pragma('synchronous = FULL');
  }
}

function streamsAtOnce(database: Sqlite): string[] {
  const sql = `SELECT DISTINCT stream FROM events WHERE stream > 'staff:' AND stream < 'staff;' UNION ALL
    SELECT 'session:' || session_id FROM session_rows WHERE phase IN ('preChecks', 'infusing', 'overtime', 'recovery')`;
  return z
    .array(streamSchema)
    .parse(database.prepare(sql).all())
    .map(({ stream }) => stream);
}

function headOf(database: Sqlite): number {
  return headSchema.parse(prepared(database, 'SELECT coalesce(max(seq), 0) AS head FROM events').get()).head;
}
