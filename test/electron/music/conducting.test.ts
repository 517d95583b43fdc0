import { expect, it } from 'vitest';
import { createConducting, type Live } from '../../../electron/music/conducting.ts';
import type { Conducted } from '../../../shared/music/play.ts';
import type { SessionMusic } from '../../../shared/music/set.ts';
import { shoreline } from '../../helpers/music-builder.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

/** A session under way, and a record that does not give its music out until it is told to. */
function rig() {
  const { session, protocol } = new TestRoom().started();
  const live: Live = { ahead: { ...session, musicHash: 'hash' }, protocol };
  const state = { music: null as SessionMusic | null, at: 0, asked: 0 };
  const followed: (Conducted | null)[] = [];
  const found: string[] = [];
  const conducting = createConducting({
    musicOf: () => {
      state.asked += 1;
      return Promise.resolve(state.music);
    },
    conductor: { follow: (conducted) => void followed.push(conducted) },
    realMs: () => state.at,
    find: (code) => found.push(code),
  });
  const pass = async (ms: number): Promise<void> => {
    for (const until = state.at + ms; state.at < until;) {
      state.at += 250;
      conducting.tick();
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return { live, state, followed, found, conducting, pass };
}

it('asks each second for music that could not be read, until it is there', async () => {
  const { live, state, followed, found, conducting, pass } = rig();
  await conducting.follow(live);
  expect(followed).toEqual([null]);
  await pass(1_000);
  expect(state.asked).toBe(2);
  state.music = shoreline;
  await pass(1_000);
  expect(followed.at(-1)).toMatchObject({ music: shoreline, session: { musicHash: 'hash' } });
  await pass(5_000);
  expect(state.asked).toBe(3);
  expect(found).toEqual([]);
});

it('tells the nurse once where it does not come', async () => {
  const { live, found, conducting, pass } = rig();
  await conducting.follow(live);
  await pass(1_000);
  expect(found).toEqual([]);
  await pass(10_000);
  expect(found).toEqual(['musicUnread']);
});

it('asks for nothing where no music was chosen, and no more once the session is over', async () => {
  const { live, state, conducting, pass } = rig();
  await conducting.follow({ ...live, ahead: { ...live.ahead, musicHash: null } });
  await pass(5_000);
  expect(state.asked).toBe(1);
  await conducting.follow(live);
  await conducting.follow(null);
  await pass(5_000);
  expect(state.asked).toBe(2);
});
