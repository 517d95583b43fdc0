import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { openStandinRoom } from '../helpers/standin-room.ts';
import { fixtureMain, freshFolder } from './helpers.ts';

// Windows on a screen, where there is one to be made: an X server without a window manager. Slow.
const hasScreen = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'Xvfb')));

async function makeScreen(): Promise<string> {
  const server: ChildProcess = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void server.kill());
  const number = await new Promise<string>((resolve) =>
    server.stdio[3]?.once('data', (text: Buffer) => resolve(text.toString().trim())),
  );
  return `:${number}`;
}

/** What the browser draws around the page, in pixels: tabs and an address bar would be 80 and more. */
const around = (page: Page) => page.evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight]);

test.runIf(hasScreen)('a visible window is a bare one of its own; a hidden one has no window and plays', async () => {
  const { userData, remove } = freshFolder();
  onTestFinished(remove);
  const env = { DISPLAY: await makeScreen(), PLAYER: '1' };
  const app = openStandinRoom({ main: fixtureMain, args: [`--user-data-dir=${userData}`], env, headless: false });
  onTestFinished(async () => {
    app.child.kill('SIGKILL');
    await app.ended;
    await app.disconnect();
  });
  const room = await app.window('room');
  await room.locator('#state', { hasText: 'ready' }).waitFor();
  await expect.poll(() => around(room)).toEqual([0, 0]);
  const inside = () => room.evaluate(() => [innerWidth, innerHeight, document.title]);
  await expect.poll(inside).toEqual([900, 640, 'Room']);
  await expect.poll(() => room.evaluate(() => fixture.ask('heard'))).toContain('told playing');
  const player = await app.window('player');
  const agentOf = (page: Page) => page.evaluate(() => navigator.userAgent);
  expect([await agentOf(room), await agentOf(player)]).toEqual([
    expect.not.stringContaining('Headless'),
    expect.stringContaining('Headless'),
  ]);
  const visible = async () => (await app.hooks.windows()).map((window) => window.visible);
  await expect.poll(visible).toEqual([false, true]);
  const pdf = (await room.evaluate(() => fixture.ask('pdf', {}))) as string;
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  await app.hooks.userClose('room');
  await expect
    .poll(async () => (await app.hooks.windows()).map(({ url }) => url))
    .toEqual(['app://stillroom/player.html']);
  expect(await player.evaluate(() => document.querySelector('audio')?.paused)).toBe(false);
});
