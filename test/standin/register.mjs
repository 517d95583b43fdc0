// Loaded with `node --import <this file>`: from then on `electron` means the stand-in, for import and for require alike.
// Worker threads load it too; there, as in the real thing, `electron` cannot be had.
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const names = new Set(['electron', 'electron/main', 'electron/common']);
const target = new URL(isMainThread ? './electron.ts' : './not-in-a-worker.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    return names.has(specifier) ? { url: target, shortCircuit: true } : next(specifier, context);
  },
});

if (isMainThread) await import('./boot.ts');
