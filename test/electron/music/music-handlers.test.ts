import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { musicHandlers } from '../../../electron/ipc/music-handlers.ts';
import { parseLibrary } from '../../../electron/music/library.ts';
import { openMusicStore } from '../../../electron/music/store.ts';
import { MAX_MESSAGE } from '../../../shared/ipc/channels.ts';
import { libraryTrackOf } from '../../helpers/library-tracks.ts';
import { catalogOf, trackOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-tracks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unused = (): never => {
  throw new Error('Not asked here');
};

it('all tracks come page by page, built in first, and the longest page fits into a message', async () => {
  const library = parseLibrary(JSON.stringify(catalogOf([trackOf('a', 'onset', 60_000)])), folder);
  const long = 'ö'.repeat(200);
  const own = Array.from({ length: 250 }, (_, number) => {
    const track = { ...libraryTrackOf(String(number), long), licence: long };
    return { ...track, imported: { ...track.imported, artist: long, album: long, sourceName: long } };
  });
  const store = { ...(await openMusicStore(folder)), tracks: () => own, isMissing: (id: string) => id === own[3]?.id };
  const handlers = musicHandlers({
    ...{
      library,
      store,
      importer: { lines: [], run: unused },
      decoder: { ready: unused, going: unused, done: unused },
    },
    ...{ ownSets: { list: unused }, choose: unused, desk: unused },
  });
  const seen = [];
  for (let total = 1; seen.length < total;) {
    const answer = await handlers['music.tracks']({ from: seen.length }, 'room');
    if (!answer.ok) throw new Error(answer.code);
    expect(JSON.stringify(answer).length).toBeLessThan(MAX_MESSAGE);
    seen.push(...answer.data.tracks);
    total = answer.data.total;
  }
  expect(seen.map(({ id }) => id)).toEqual(['a', 'bed', ...own.map(({ id }) => id)]);
  expect(seen.filter(({ missing }) => missing).map(({ id }) => id)).toEqual([own[3]?.id]);
  expect(seen[0]?.imported).toBeNull();
});
