// A window with one button, opened as Stillroom opens its own: what the way of opening costs by itself.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

await app.whenReady();
protocol.handle('app', async () => {
  const page = await readFile(join(import.meta.dirname, 'room.html'));
  return new Response(page, { headers: { 'content-type': 'text/html' } });
});
const window = new BrowserWindow({
  show: false,
  width: 1366,
  height: 768,
  webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, backgroundThrottling: false },
});
window.once('ready-to-show', () => window.show());
app.on('window-all-closed', () => app.quit());
await window.loadURL('app://stillroom/room.html');
