import { expect, test } from 'vitest';
import { freshFolder, openFixture } from './helpers.ts';

test('the built page runs with its preload, its policy and the app origin of its messages', async () => {
  const { room, ask, hooks } = await openFixture(freshFolder(), {});
  await room.locator('#state', { hasText: 'ready' }).waitFor();
  expect(room.url()).toBe('https://stillroom.invalid/room.html');
  expect(await room.evaluate(() => ({ secure: isSecureContext, inline: inlineRan ?? false, before: fixture.setAt, type: fixture.type }))).toEqual({
    secure: true,
    inline: false,
    before: 'undefined',
    type: 'renderer',
  });
  expect(await ask('sender')).toEqual({ url: 'app://stillroom/room.html', origin: 'app://stillroom', top: true, mine: true });
  expect((await hooks.windows()).map(({ url, visible }) => [url, visible])).toEqual([['app://stillroom/room.html', true]]);
});
