import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openMusicStore } from '../../../electron/music/store.ts';
import { libraryTrackOf } from '../../helpers/library-tracks.ts';
import { beforeSteps } from '../../helpers/kill-at.ts';

/**
 * Adds one track to the store at argv[2] and removes the other. Before each step the store is copied into argv[3], under
 * the step's number: what a kill at that moment would leave.
 */
const [, , folder = '', copies = ''] = process.argv;
const store = await openMusicStore(folder);
const incoming = path.join(store.place.incoming, 'new');
writeFileSync(incoming, 'new');
let [steps, copying] = [0, false];
beforeSteps(() => {
  // The copying has steps of its own.
  if (copying) return;
  copying = true;
  cpSync(folder, path.join(copies, String((steps += 1))), { recursive: true });
  copying = false;
});
await store.add(incoming, libraryTrackOf('new'), Buffer.from('its cover'));
await store.remove(libraryTrackOf('old').id);
