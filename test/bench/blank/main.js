// A window with one button, opened as Stillroom opens its own: what the way of opening, and of playing, costs by itself.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, stream: true } }]);

const LARGEST = 1024 * 1024;
const track = process.env.STILLROOM_BENCH_TRACK ?? null;

/** A part of the track, as an audio element asks for it. */
function part(bytes, range) {
  const start = Number(/bytes=(\d+)/.exec(range)?.[1] ?? 0);
  const end = Math.min(bytes.length, start + LARGEST);
  return new Response(bytes.subarray(start, end), {
    status: 206,
    headers: {
      'content-type': 'audio/ogg',
      'accept-ranges': 'bytes',
      'content-range': `bytes ${start}-${end - 1}/${bytes.length}`,
    },
  });
}

await app.whenReady();
protocol.handle('app', async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === '/track.opus') return part(await readFile(track), request.headers.get('range') ?? '');
  const page = await readFile(join(import.meta.dirname, pathname === '/player.html' ? 'player.html' : 'room.html'));
  return new Response(page, { headers: { 'content-type': 'text/html' } });
});
const webPreferences = { sandbox: true, contextIsolation: true, nodeIntegration: false, backgroundThrottling: false };
const window = new BrowserWindow({ show: false, width: 1366, height: 768, webPreferences });
window.once('ready-to-show', () => window.show());
app.on('window-all-closed', () => app.quit());
await window.loadURL('app://stillroom/room.html');
// With a track: a hidden window with nothing but the element that plays it.
if (track !== null) await new BrowserWindow({ show: false, webPreferences }).loadURL('app://stillroom/player.html');
