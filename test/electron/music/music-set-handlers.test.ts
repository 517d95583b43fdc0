import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { musicSetHandlers } from '../../../electron/ipc/music-set-handlers.ts';
import { isLibrary, parseLibrary } from '../../../electron/music/library.ts';
import { createOffers, playableSets } from '../../../electron/music/offers.ts';
import { openOwnSets } from '../../../electron/music/sets.ts';
import { failure, success } from '../../../shared/ipc/answer.ts';
import type { ListedTrack } from '../../../shared/music/library.ts';
import type { SessionMusic } from '../../../shared/music/set.ts';
import { defaultProtocol, fitProtocol } from '../../../shared/protocol/default-protocol.ts';
import { bed, catalogOf, trackOf } from './fixtures.ts';

const around = mkdtempSync(path.join(tmpdir(), 'stillroom-offers-'));
afterAll(() => rmSync(around, { recursive: true, force: true }));

const nurse = { staffId: 'n1', name: 'R. Alvarez, RN', role: 'nurse', active: true } as const;
const listed = (id: string): ListedTrack => ({ ...trackOf(id, 'onset', 60_000), imported: null, missing: false });
const entry = (trackId: string) => ({ trackId, phase: 'peak', intensity: 5 }) as const;
const draft = (title: string, ...ids: readonly string[]) => ({ title, description: '', entries: ids.map(entry) });
let made = 0;

async function clinic() {
  const library = parseLibrary(JSON.stringify(catalogOf([trackOf('a', 'onset', 60_000)])), around);
  if (!isLibrary(library)) throw new Error(library.detail);
  const own = await openOwnSets(path.join(around, String((made += 1))));
  const there = { tracks: ['a', 'b', 'c'].map(listed), signedIn: true };
  const desk = {
    signedIn: () => (there.signedIn ? nurse : null),
    protocols: {
      fitted: async (plannedMs: number) => success(fitProtocol(defaultProtocol(0, 'Test'), plannedMs)),
    },
  };
  const tracks = () => there.tracks;
  const handlers = musicSetHandlers(() => success(desk), { library, own, tracks });
  const contents: SessionMusic[] = [];
  const put = async (music: SessionMusic) => success(`hash-${contents.push(music)}`);
  const offers = createOffers([put], () => playableSets(library, own.list(), tracks));
  const save = (setId: string | null, set: ReturnType<typeof draft>) =>
    handlers['music.sets.save']({ setId, set }, 'room');
  return { handlers, own, there, contents, offers, save };
}

describe('a set of the clinic’s own', () => {
  it('is offered to sessions with its tracks as this set has them, and the bed', async () => {
    const { save, offers, contents } = await clinic();
    expect((await offers()).map(({ set }) => set.title)).toEqual(['A set']);
    const saved = await save(null, draft('Evening', 'c', 'b'));
    if (!saved.ok) throw new Error(saved.code);
    const [, evening] = await offers();
    expect(evening?.set).toEqual({
      id: saved.data.setId,
      title: 'Evening',
      description: '',
      tracks: [
        { ...trackOf('c', 'peak', 60_000), intensity: 5 },
        { ...trackOf('b', 'peak', 60_000), intensity: 5 },
      ],
    });
    expect(contents.at(-1)?.recovery).toEqual({ ...bed, loopCrossfadeMs: 12_000 });
  });

  it('that was changed is a new content; what did not change keeps its hash', async () => {
    const { save, offers, handlers } = await clinic();
    const saved = await save(null, draft('Evening', 'b', 'c'));
    if (!saved.ok) throw new Error(saved.code);
    const before = await offers();
    expect(await offers()).toEqual(before);
    await save(saved.data.setId, draft('Evening', 'c', 'b'));
    const after = await offers();
    expect(after[0]?.musicHash).toBe(before[0]?.musicHash);
    expect(after[1]?.musicHash).not.toBe(before[1]?.musicHash);
    await handlers['music.sets.remove']({ setId: saved.data.setId }, 'room');
    expect(await offers()).toEqual(before.slice(0, 1));
  });

  it('goes on without tracks that are missing, and is not offered where all are', async () => {
    const { save, offers, there, own } = await clinic();
    await save(null, draft('Evening', 'b', 'c'));
    there.tracks = [listed('a'), { ...listed('b'), missing: true }, listed('c')];
    expect((await offers())[1]?.set.tracks.map(({ id }) => id)).toEqual(['c']);
    there.tracks = [listed('a')];
    expect(await offers()).toHaveLength(1);
    expect(own.list()[0]?.entries).toHaveLength(2);
  });

  it('is refused where nobody is signed in, it is not known, has another’s name or no sound', async () => {
    const { save, there, handlers } = await clinic();
    expect(await save('nothing', draft('Evening', 'b'))).toMatchObject({ code: 'music.setUnknown' });
    expect(await save(null, draft('a SET ', 'b'))).toMatchObject({ code: 'music.titleTaken' });
    expect(await save(null, draft('Evening', 'gone'))).toMatchObject({ code: 'music.setSilent' });
    const saved = await save(null, draft('Evening', 'b'));
    if (!saved.ok) throw new Error(saved.code);
    expect(await save(null, draft('evening', 'b'))).toMatchObject({ code: 'music.titleTaken' });
    expect(await save(saved.data.setId, draft('Evening', 'c'))).toMatchObject({ ok: true });
    there.signedIn = false;
    expect(await save(null, draft('Other', 'b'))).toMatchObject({ code: 'access.signInNeeded' });
    expect(await handlers['music.sets.remove']({ setId: saved.data.setId }, 'room')).toMatchObject({
      code: 'access.signInNeeded',
    });
  });

  it('is left out while a record does not take it, and tried again', async () => {
    const [music] = playableSets(
      parseLibrary(JSON.stringify(catalogOf([trackOf('a', 'onset', 1)])), around),
      [],
      () => [],
    );
    if (music === undefined) throw new Error('No set');
    let full = true;
    const put = async () => (full ? failure('unsaved', 'disk.full') : success('hash'));
    const offers = createOffers([put], () => [music]);
    expect(await offers()).toEqual([]);
    full = false;
    expect(await offers()).toEqual([{ musicHash: 'hash', set: music.set }]);
  });
});

it('the timeline of the music is that of the protocol for this length', async () => {
  const { handlers } = await clinic();
  const answer = await handlers['music.timeline']({ plannedMs: 40 * 60_000 }, 'room');
  expect(answer.ok ? answer.data.spans.find(({ phase }) => phase === 'recovery') : null).toEqual({
    phase: 'recovery',
    fromMs: 40 * 60_000,
    untilMs: 100 * 60_000,
  });
});
