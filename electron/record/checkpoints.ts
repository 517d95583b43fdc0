import { prepared } from './connection.ts';
import type { Store } from './store.ts';

/** SQLite's own measure of the log, in pages, after which a commit moves it into the file. */
const AUTO_PAGES = 1_000;

/**
 * Nothing is moved from the log into the file for at most `ms`: the file does not change and may be copied. A copier that
 * dies holds nothing for ever.
 */
export function holdCheckpoints(store: Store, ms: number): void {
  releaseCheckpoints(store);
  store.writer.pragma('wal_autocheckpoint = 0');
  // A log that has wholly moved into the file would be begun anew by the next write, in the middle of its being copied.
  // One write that has not moved prevents that. SQLite leaves out a write that changes nothing, so it alternates; any
  // number but 0 means open.
  prepared(store.writer, 'UPDATE file SET open = CASE open WHEN 1 THEN 2 ELSE 1 END').run();
  store.hold.end = setTimeout(() => releaseCheckpoints(store), ms);
}

/** Ends a hold. @returns whether one was on */
export function releaseCheckpoints(store: Store): boolean {
  if (store.hold.end === null) return false;
  clearTimeout(store.hold.end);
  store.hold.end = null;
  store.writer.pragma(`wal_autocheckpoint = ${AUTO_PAGES}`);
  return true;
}

/** Whether the file must not be touched now. */
export function checkpointsHeld(store: Store): boolean {
  return store.hold.end !== null;
}
