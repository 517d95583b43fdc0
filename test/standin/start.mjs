// Opens the built app through the stand-in: `node test/standin/start.mjs [arguments of the app]`. The app's exit code is this one's.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const args = ['--import', new URL('./register.mjs', import.meta.url).href, here('../../dist/main/main.js'), ...process.argv.slice(2)];
const app = spawn(process.execPath, args, { stdio: 'inherit' });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.kill(signal));
app.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
