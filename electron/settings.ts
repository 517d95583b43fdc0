import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import * as z from 'zod/mini';
import { settingsSchema, type Settings } from '../shared/ipc/contract.ts';
import { roomsSetupSchema, type RoomsSetup } from '../shared/ipc/rooms.ts';
import { noSending, sendingSetupSchema, type SendingSetup } from '../shared/sending/server.ts';
import { headphonesSchema } from '../shared/music/hearing.ts';
import { chosenOutputSchema } from '../shared/music/output.ts';
import type { LightsSetup } from '../shared/lights/setup.ts';
import { readSavedFilters, type SavedFilter } from '../shared/review/saved-filter.ts';
import { readStoredLights } from './lights/stored-lights.ts';

export const defaultSettings: Settings = { roomName: 'Room', address: '', emergencyNumbers: '', lockAfterMinutes: 10 };

/** Where the music is heard: what is chosen, and how loud each of the headphones this PC has known may play. */
const outputSettingsSchema = z.object({
  chosen: z.nullable(chosenOutputSchema),
  headphones: z.array(headphonesSchema),
});
export type OutputSettings = z.infer<typeof outputSettingsSchema>;

const fileSchema = z.object({
  schemaVersion: z.literal(1),
  pc: z.string(),
  settings: settingsSchema,
  /** Where copies of the record go besides this PC; absent where the clinic chose none. */
  backupFolder: z.optional(z.string()),
  /** Absent until headphones are chosen. */
  output: z.optional(outputSettingsSchema),
  /** The status between rooms; absent until the owner sets it up. */
  rooms: z.optional(z.unknown()),
  /** The clinic's FHIR server; absent until the owner sets it up. */
  sending: z.optional(z.unknown()),
  /** Read entry by entry, so that a damaged lamp costs that lamp and nothing else. */
  lights: z.optional(z.unknown()),
  /** Filters of the list of sessions, by who keeps them; read entry by entry. */
  savedFilters: z.optional(z.unknown()),
});

/** What this PC remembers of itself; nothing clinical. */
export interface SettingsStore {
  readonly pc: string;
  readonly read: () => Settings;
  readonly write: (settings: Settings) => void;
  readonly backupFolder: () => string | null;
  /** Null ends copying to a folder of the clinic's own. */
  readonly setBackupFolder: (folder: string | null) => void;
  readonly output: () => OutputSettings;
  readonly setOutput: (output: OutputSettings) => void;
  /** Filters of the list of sessions that one staff member keeps here. */
  readonly savedFilters: (staffId: string) => readonly SavedFilter[];
  readonly setSavedFilters: (staffId: string, filters: readonly SavedFilter[]) => void;
  /** Which lamps this room has. */
  readonly lights: () => LightsSetup;
  readonly setLights: (setup: LightsSetup) => void;
  /** The status between rooms; off where what is kept cannot be read. */
  readonly rooms: () => RoomsSetup;
  readonly setRooms: (setup: RoomsSetup) => void;
  /** The clinic's FHIR server; off where what is kept cannot be read. */
  readonly sending: () => SendingSetup;
  readonly setSending: (setup: SendingSetup) => void;
  /** Entries of lamps that could not be read, kept beside the others: how many there are, and found at this start. */
  readonly lightsSetAside: { readonly all: number; readonly now: number };
  /** True where a damaged file was set aside at start and defaults are in force. */
  readonly setAside: boolean;
}

/** Opens the settings; a damaged file is renamed, never overwritten, and its loss is told. `newId` names this PC once. */
export function openSettings(folder: string, newId: () => string): SettingsStore {
  const opened = openOrSetAside(folder);
  const found = fileSchema.safeParse(opened.store.store);
  let current: z.infer<typeof fileSchema> = found.success
    ? found.data
    : { schemaVersion: 1, pc: newId(), settings: defaultSettings };
  if (!found.success) opened.store.store = current;
  const stored = readStoredLights(current.lights);
  const setLights = (setup: LightsSetup): void => {
    const aside = stored.setAside.length === 0 ? {} : { setAside: stored.setAside };
    current = { ...current, lights: { ...setup, ...aside } };
    opened.store.store = current;
  };
  if (stored.newlySetAside > 0) setLights(stored.setup);
  let lights = stored.setup;
  return {
    lights: () => lights,
    setLights: (setup) => {
      lights = setup;
      setLights(setup);
    },
    rooms: () => {
      const rooms = roomsSetupSchema.safeParse(current.rooms);
      return rooms.success ? rooms.data : { on: false, broker: null };
    },
    setRooms: (setup) => {
      current = { ...current, rooms: setup };
      opened.store.store = current;
    },
    sending: () => {
      const sending = sendingSetupSchema.safeParse(current.sending);
      return sending.success ? sending.data : noSending;
    },
    setSending: (setup) => {
      current = { ...current, sending: setup };
      opened.store.store = current;
    },
    lightsSetAside: { all: stored.setAside.length, now: stored.newlySetAside },
    backupFolder: () => current.backupFolder ?? null,
    setBackupFolder: (folder) => {
      const { backupFolder: _before, ...rest } = current;
      current = folder === null ? rest : { ...rest, backupFolder: folder };
      opened.store.store = current;
    },
    savedFilters: (staffId) => readSavedFilters(current.savedFilters)[staffId] ?? [],
    setSavedFilters: (staffId, filters) => {
      current = { ...current, savedFilters: { ...readSavedFilters(current.savedFilters), [staffId]: [...filters] } };
      opened.store.store = current;
    },
    output: () => current.output ?? { chosen: null, headphones: [] },
    setOutput: (output) => {
      current = { ...current, output };
      opened.store.store = current;
    },
    pc: current.pc,
    setAside: opened.setAside,
    read: () => current.settings,
    write: (settings) => {
      current = { ...current, settings };
      opened.store.store = current;
    },
  };
}

function openOrSetAside(folder: string): {
  readonly store: ElectronStore<Record<string, unknown>>;
  readonly setAside: boolean;
} {
  const options = { cwd: folder, name: 'settings' };
  const file = join(folder, 'settings.json');
  try {
    const store = new ElectronStore<Record<string, unknown>>(options);
    // Whole, but not of this app's shape: of a newer version, or changed by hand.
    if (!existsSync(file) || fileSchema.safeParse(store.store).success) return { store, setAside: false };
  } catch {
    // Not even read: set aside as well.
  }
  if (existsSync(file)) renameSync(file, join(folder, `settings.damaged-${Date.now()}.json`));
  return { store: new ElectronStore<Record<string, unknown>>(options), setAside: true };
}
