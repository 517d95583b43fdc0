import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openMusicStore } from '../../../electron/music/store.ts';
import { libraryTrackOf } from '../../helpers/library-tracks.ts';
import { killAt } from '../../helpers/kill-at.ts';

/** Adds one track to the store at argv[2] and removes the other, and is killed before its argv[3]-th step. */
const [, , folder = '', at = '0'] = process.argv;
const store = await openMusicStore(folder);
const incoming = path.join(store.place.incoming, 'new');
writeFileSync(incoming, 'new');
killAt(Number(at));
await store.add(incoming, libraryTrackOf('new'));
await store.remove(libraryTrackOf('old').id);
