import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibraryTrack } from '../../shared/music/library.ts';
import { electronBinary } from '../helpers/electron-binary.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { hashOf, indexText, libraryTrackOf } from '../helpers/library-tracks.ts';
import { Nurse } from '../helpers/nurse.ts';
import { playing } from '../helpers/player.ts';
import { startedPractice } from '../helpers/practice.ts';
import { wavOf } from '../helpers/wav.ts';

/** Puts tracks of these lengths, as a set of its own, where the app keeps the clinic's music. */
function ownMusic(userData: string, seconds: Readonly<Record<string, number>>): readonly LibraryTrack[] {
  const folder = join(userData, 'music');
  mkdirSync(join(folder, 'library'), { recursive: true });
  const tracks = Object.entries(seconds).map(([title, length]) => {
    const bytes = wavOf({ seconds: length, rate: 8_000 });
    const id = hashOf(bytes);
    const file = `library/${id}.wav`;
    writeFileSync(join(folder, file), bytes);
    const track = libraryTrackOf(title, title);
    const imported = { ...track.imported, bytes: bytes.length };
    return { ...track, id, file, phase: 'onset' as const, durationMs: length * 1000, imported };
  });
  writeFileSync(join(folder, 'library.json'), indexText(tracks));
  const entries = tracks.map(({ id, phase, intensity }) => ({ trackId: id, phase, intensity }));
  const set = { id: 'own-set', title: 'Slow Evening', description: '', entries };
  writeFileSync(join(folder, 'sets.json'), JSON.stringify({ schemaVersion: 1, sets: [set] }));
  return tracks;
}

test('a file that is gone when its turn comes is left out, recorded and told calmly; a sleep is gone through in silence', async ({
  launchRoom,
}) => {
  test.skip(electronBinary() !== null, 'sleep is a hook of the stand-in');
  const userData = mkdtempSync(join(tmpdir(), 'stillroom-faults-'));
  const [, gone, last] = ownMusic(userData, { 'First Light': 14, 'Low Water': 20, 'Slow Tide': 60 });
  const room = await launchRoom({ userData, env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  const practice = await startedPractice(nurse);
  const sets = await nurse.request('music.sets', {});
  const own = sets.ok ? sets.data.sets.find(({ set }) => set.id === 'own-set') : undefined;

  rmSync(join(userData, 'music', gone!.file));
  await practice.do({ type: 'chooseMusic', musicHash: own!.musicHash, title: own!.set.title });
  await expect(nurse.page.getByText('Not playable, left out: Low Water')).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await playing(room))[0]?.source).toContain(last!.id);
  const events = () => nurse.recordOf(practice.sessionId);
  const failed = (await events()).find(({ body }) => body.type === 'trackFailed');
  expect(failed?.body).toMatchObject({ trackId: gone!.id, title: 'Low Water', code: 'loadFailed' });
  // What is heard is told by the player up to a second later.
  const after = async () =>
    (await events()).find(({ body, seq }) => body.type === 'trackStarted' && seq > (failed?.seq ?? Infinity));
  await expect.poll(async () => (await after())?.body).toMatchObject({ trackId: last!.id });
  const next = await after();
  // At once, not when the twenty seconds of the one that is gone are over.
  expect((next?.occurredAt ?? Infinity) - (failed?.occurredAt ?? 0)).toBeLessThan(10_000);

  const loudest = async (): Promise<number> => (await playing(room))[0]?.volume ?? 0;
  await room.hooks.power('suspend');
  // Said and never done, a sleep counts as over after ten seconds: it is this that is heard, not that.
  await expect.poll(loudest, { intervals: [50], timeout: 8_000 }).toBe(0);
  await room.hooks.power('resume');
  await expect.poll(loudest, { intervals: [50], timeout: 8_000 }).toBeGreaterThan(0);
  await room.close();
  rmSync(userData, { recursive: true, force: true, maxRetries: 10 });
});
