import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openMusicStore, type MusicStore } from '../../../electron/music/store.ts';
import { hashOf, indexText, libraryTrackOf } from '../../helpers/library-tracks.ts';

const around = mkdtempSync(path.join(tmpdir(), 'stillroom-store-'));
afterAll(() => rmSync(around, { recursive: true, force: true }));
let made = 0;
const newFolder = (): string => path.join(around, `music ${(made += 1)}`);

async function add(store: MusicStore, bytes: string): Promise<ReturnType<typeof libraryTrackOf>> {
  const incoming = path.join(store.place.incoming, bytes);
  writeFileSync(incoming, bytes);
  const track = libraryTrackOf(bytes);
  expect(await store.add(incoming, track, null)).toMatchObject({ ok: true });
  return track;
}

describe('the music store', () => {
  it('keeps what was added over a restart, and serves it by its exact name', async () => {
    const folder = newFolder();
    const track = await add(await openMusicStore(folder), 'first');
    const store = await openMusicStore(folder);
    expect(store.tracks()).toEqual([track]);
    expect(store.findings).toEqual([]);
    expect(readFileSync(store.lookup(track.file) ?? '', 'utf8')).toBe('first');
    for (const other of ['library.json', `library/../${track.file}`, path.basename(track.file), '__proto__', ''])
      expect(store.lookup(other)).toBeNull();
  });

  it('keeps a cover with its track, serves it by its exact name, and forgets it with the track', async () => {
    const store = await openMusicStore(newFolder());
    const track = libraryTrackOf('covered');
    const incoming = path.join(store.place.incoming, 'covered');
    writeFileSync(incoming, 'covered');
    expect(await store.add(incoming, track, Buffer.from('picture'))).toMatchObject({ ok: true });
    const name = `covers/${track.id}.webp`;
    expect(readFileSync(store.lookup(name) ?? '', 'utf8')).toBe('picture');
    expect([store.lookup(`covers/${hashOf('x')}.webp`), store.lookup(`covers/../${track.file}`)]).toEqual([null, null]);
    expect(await store.remove(track.id)).toMatchObject({ ok: true });
    expect([readdirSync(store.place.covers), store.lookup(name)]).toEqual([[], null]);
  });

  it('takes the same content once', async () => {
    const store = await openMusicStore(newFolder());
    const track = await add(store, 'same');
    const again = path.join(store.place.incoming, 'again');
    writeFileSync(again, 'same');
    expect(await store.add(again, track, null)).toMatchObject({ code: 'music.alreadyThere' });
    expect(store.tracks()).toHaveLength(1);
  });

  it('remembers what was said about a track, and forgets one that was removed with its file', async () => {
    const folder = newFolder();
    const store = await openMusicStore(folder);
    const [one, two] = [await add(store, 'one'), await add(store, 'two')];
    const { imported, ...old } = one;
    const edit = { ...old, title: 'Other', phase: 'peak', artist: 'Nobody', album: imported.album } as const;
    expect(await store.edit(one.id, edit)).toMatchObject({ ok: true });
    expect(await store.remove(two.id)).toMatchObject({ ok: true });
    expect(await store.remove(two.id)).toMatchObject({ code: 'music.trackUnknown' });
    const again = await openMusicStore(folder);
    expect(again.tracks()).toEqual([
      { ...one, title: 'Other', phase: 'peak', imported: { ...imported, artist: 'Nobody' } },
    ]);
    expect(readdirSync(store.place.files)).toEqual([path.basename(one.file)]);
  });

  it('says which files vanished or shrank, serves them no more, and takes them back', async () => {
    const folder = newFolder();
    const first = await openMusicStore(folder);
    const [gone, short] = [await add(first, 'gone'), await add(first, 'short')];
    rmSync(path.join(folder, gone.file));
    writeFileSync(path.join(folder, short.file), 'sh');
    const store = await openMusicStore(folder);
    expect(store.findings).toEqual(['musicFilesMissing']);
    expect([store.isMissing(gone.id), store.isMissing(short.id)]).toEqual([true, true]);
    expect(store.lookup(gone.file)).toBeNull();
    await add(store, 'gone');
    expect([store.isMissing(gone.id), store.tracks().length]).toEqual([false, 2]);
    expect(store.lookup(gone.file)).not.toBeNull();
  });

  it('leaves an index of a newer version as it is, and changes nothing', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const newer = '{"schemaVersion":2,"tracks":[]}';
    writeFileSync(path.join(folder, 'library.json'), newer);
    const store = await openMusicStore(folder);
    expect(store.findings).toEqual(['musicStoreNewer']);
    expect(await store.remove('x')).toMatchObject({ code: 'music.storeNewer' });
    expect(readFileSync(path.join(folder, 'library.json'), 'utf8')).toBe(newer);
    expect(readdirSync(folder)).toEqual(['library.json']);
  });

  it('makes a damaged index again from what can be read, and sets the rest aside', async () => {
    const folder = newFolder();
    const first = await openMusicStore(folder);
    const [kept, lost] = [await add(first, 'kept'), await add(first, 'lost')];
    const damaged = indexText([kept, lost]).slice(0, -40);
    writeFileSync(first.place.index, damaged);
    const store = await openMusicStore(folder);
    expect(store.findings).toEqual(['musicStoreDamaged']);
    expect(store.tracks()).toEqual([kept]);
    const aside = path.join(folder, 'set-aside-1');
    expect(readFileSync(path.join(aside, 'library.json'), 'utf8')).toBe(damaged);
    expect(readFileSync(path.join(aside, path.basename(lost.file)), 'utf8')).toBe('lost');
    expect((await openMusicStore(folder)).findings).toEqual([]);
  });

  it('sets files aside whose index is gone', async () => {
    const folder = newFolder();
    const first = await openMusicStore(folder);
    const track = await add(first, 'orphan');
    rmSync(first.place.index);
    expect((await openMusicStore(folder)).findings).toEqual(['musicStoreDamaged']);
    expect(existsSync(path.join(folder, 'set-aside-1', path.basename(track.file)))).toBe(true);
  });

  it('says so where its folder cannot be made', async () => {
    const blocked = path.join(around, 'a file');
    writeFileSync(blocked, '');
    const store = await openMusicStore(path.join(blocked, 'music'));
    expect(store.findings).toEqual(['musicStoreUnreachable']);
    expect(store.tracks()).toEqual([]);
  });
});

describe('a kill before any step of adding and removing', () => {
  const child = path.join(import.meta.dirname, 'store-child.ts');
  it('leaves the index as it was before or after the act, and no file that it does not know', async () => {
    const [folder, copies] = [newFolder(), newFolder()];
    const old = await add(await openMusicStore(folder), 'old');
    const { status, stderr } = spawnSync(process.execPath, [child, folder, copies], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const fresh = libraryTrackOf('new').id;
    const found: string[] = [];
    for (const step of [...readdirSync(copies).map((name) => path.join(copies, name)), folder]) {
      const store = await openMusicStore(step);
      expect(store.findings).toEqual([]);
      const ids = store.tracks().map(({ id }) => id);
      found.push(ids.join());
      expect(readdirSync(store.place.files).toSorted()).toEqual(ids.map((id) => `${id}.wav`).toSorted());
      expect(readdirSync(store.place.covers)).toEqual(ids.includes(fresh) ? [`${fresh}.webp`] : []);
      expect(readdirSync(store.place.incoming)).toEqual([]);
    }
    expect(found.length).toBeGreaterThan(8);
    expect(new Set(found)).toEqual(new Set([old.id, `${old.id},${fresh}`, fresh]));
  });
});
