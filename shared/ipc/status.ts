import * as z from 'zod/mini';
import { staffSchema } from '../people/people.ts';
import { lampHealthSchema } from '../lights/setup.ts';
import { text } from './fields.ts';
import { outputViewSchema } from './output.ts';
import { roomLampSchema } from '../lights/room-lamp.ts';

/** Settings of this PC; nothing clinical. */
export const settingsSchema = z.object({
  roomName: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  /** What a stranger on the telephone needs in an emergency. */
  address: text(300),
  emergencyNumbers: text(300),
  /** Minutes without a press until patient data locks; clock, music, lights and the emergency never do. */
  lockAfterMinutes: z.int().check(z.gte(1), z.lte(120)),
});
export type Settings = z.infer<typeof settingsSchema>;

/**
 * What the app is doing as a whole.
 * - `setup`: first run. `locked`: the record waits for its passphrase. `open`: ready. `broken`: the record cannot be opened (`problem` says why).
 *   `busy`: the record is closed while its key is replaced. `restoring`: it is closed while a copy takes its place.
 */
export const appStatusSchema = z.object({
  state: z.enum(['setup', 'locked', 'open', 'broken', 'busy', 'restoring']),
  problem: z.nullable(z.string()),
  /** Ways on where the record does not open by itself: its recovery key; a backup's key file; a new record, the old files set aside. */
  ways: z.array(z.enum(['recovery', 'keyFile', 'startNew'])),
  /** `offered`: the first run is at the step that shows it. */
  recoveryKey: z.enum(['unknown', 'none', 'offered', 'made']),
  /** The operating system keeps no real key chain here: a passphrase is asked for. */
  passphraseNeeded: z.boolean(),
  /** Who is signed in; null is the locked screen. */
  signedIn: z.nullable(staffSchema),
  liveSessionId: z.nullable(z.string()),
  /** Entries that could not be written yet: main keeps them and tries again; why (`failure.<code>`), since when (epoch ms). */
  unsaved: z.int(),
  unsavedWhy: z.nullable(z.object({ code: z.string(), since: z.number() })),
  settings: settingsSchema,
  version: z.string(),
  /** Plain findings of the start-up check, as codes of the text catalogue (`finding.<code>`). */
  findings: z.array(z.string()),
  /** Where music can not be played just now, a code (`player.<code>`). */
  player: z.enum(['starting', 'ready', 'lost']),
  /** Where the music is heard. */
  output: outputViewSchema,
  /** Lamps that follow the session, in their order; `name` null for a light of the app's own (`sentence.driver.<id>`). */
  lamps: z.array(roomLampSchema),
  /** Which of the clinic's lamps answer, and since when others do not. */
  lampHealth: lampHealthSchema,
});
export type AppStatus = z.infer<typeof appStatusSchema>;
