import path from 'node:path';
import process from 'node:process';
import { JSONFilePreset } from 'lowdb/node';
import type { SessionEvent } from '../../shared/session/event.ts';

/** Another way to keep a history: all of it in one JSON file. */
export interface JsonPeer {
  readonly name: string;
  /** Adds one event; returns when the library says that it is written. */
  readonly add: (event: SessionEvent) => Promise<void>;
}

/** What an app without a database of its own would use, holding the events given. */
export async function jsonPeers(folder: string, history: readonly SessionEvent[]): Promise<readonly JsonPeer[]> {
  return [await electronStore(folder, history), await lowdb(folder, history)];
}

/** Its file is synced at each `set`. */
async function electronStore(folder: string, history: readonly SessionEvent[]): Promise<JsonPeer> {
  // The package named electron says where its binary lies and fails where there is none; the store only needs its folder.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= folder;
  const { default: ElectronStore } = await import('electron-store');
  const store = new ElectronStore<{ events: readonly SessionEvent[] }>({ cwd: path.join(folder, 'electron-store') });
  let events = [...history];
  return {
    name: `electron-store.set, ${history.length} events`,
    add: async (event) => {
      events = [...events, event];
      store.set('events', events);
    },
  };
}

/** Its file is renamed into place and not synced. */
async function lowdb(folder: string, history: readonly SessionEvent[]): Promise<JsonPeer> {
  const store = await JSONFilePreset(path.join(folder, 'lowdb.json'), { events: [...history] });
  return {
    name: `lowdb, ${history.length} events, not synced`,
    add: (event) => store.update(({ events }) => void events.push(event)),
  };
}
