// Loaded with `node --import <this file>`: from then on `electron` means the stand-in, for import and for require alike.
// Worker threads load it too; there, as in the real thing, `electron` cannot be had.
import { enableCompileCache, flushCompileCache, registerHooks } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

// The stand-in is TypeScript that Node strips; keeping the result makes the next start quicker.
enableCompileCache();
// Written at an orderly end only, unless asked: an app that is killed starts again as quickly.
if (isMainThread) setTimeout(flushCompileCache, 5000).unref();

// Whatever a page fetches passes through here as text three times over. Left alone, V8 lets what is new grow to a hundred
// megabytes of it, and the app's own memory could not be seen for that.
if (isMainThread) setFlagsFromString('--semi-space-growth-factor=1');

const names = new Set(['electron', 'electron/main', 'electron/common']);
const standin = new URL('./electron.ts', import.meta.url).href;

function found() {
  if (!isMainThread)
    throw new Error('electron cannot be used in a worker thread: keep it in the main process and pass messages.');
  return { url: standin, shortCircuit: true };
}

registerHooks({ resolve: (specifier, context, next) => (names.has(specifier) ? found() : next(specifier, context)) });

if (isMainThread) await import('./boot.ts');
