import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import * as z from 'zod/mini';
import { settingsSchema, type Settings } from '../shared/ipc/contract.ts';
import { headphonesSchema } from '../shared/music/hearing.ts';
import { chosenOutputSchema } from '../shared/music/output.ts';

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
  return {
    backupFolder: () => current.backupFolder ?? null,
    setBackupFolder: (folder) => {
      const { backupFolder: _before, ...rest } = current;
      current = folder === null ? rest : { ...rest, backupFolder: folder };
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
  try {
    return { store: new ElectronStore<Record<string, unknown>>(options), setAside: false };
  } catch {
    const file = join(folder, 'settings.json');
    if (existsSync(file)) renameSync(file, join(folder, `settings.damaged-${Date.now()}.json`));
    return { store: new ElectronStore<Record<string, unknown>>(options), setAside: true };
  }
}
