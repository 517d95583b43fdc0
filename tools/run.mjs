/**
 * What `npm start`, `npm test` and the other commands call. Plain JavaScript that Node 20 runs: it brings what is
 * missing (Node, packages, the build), then does the command. tools/run/README.md says how.
 */
import { PlainError } from './run/say.mjs';

/** @type {Readonly<Record<string, (rest: readonly string[]) => Promise<number>>>} */
const commands = {
  start: async (rest) => (await import('./run/start.mjs')).start(rest),
  dev: async (rest) => (await import('./run/dev.mjs')).dev(rest),
  demo: async (rest) => (await import('./run/simple.mjs')).onBuilt('tools/demo.ts', rest),
  build: async () => (await import('./run/simple.mjs')).buildOnly(),
  check: async (rest) => (await import('./run/check.mjs')).check(rest),
  test: async (rest) => (await import('./run/check.mjs')).test(rest),
  'test:peers': async (rest) => (await import('./run/simple.mjs')).onBuilt('test/peers/run.ts', rest),
  'test:faults': async (rest) => (await import('./run/simple.mjs')).onBuilt('test/faults/run.ts', rest),
  bench: async (rest) => (await import('./run/simple.mjs')).onBuilt('test/bench/run.ts', rest),
  music: async (rest) => (await import('./run/simple.mjs')).withPackages('tools/music/render.ts', rest),
  format: async () => (await import('./run/simple.mjs')).format(),
  archive: async (rest) => (await import('./run/simple.mjs')).withPackages('tools/archive.ts', rest),
  verify: async (rest) => (await import('./run/simple.mjs')).withPackages('tools/verify.ts', rest),
  licences: async (rest) => (await import('./run/simple.mjs')).withPackages('tools/licences.ts', rest),
};

const [name = '', ...rest] = process.argv.slice(2);
const command = commands[name];
if (Number.parseInt(process.versions.node, 10) < 20) {
  console.error(
    `Stillroom's tools need Node 20 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
  process.exitCode = 1;
} else if (command === undefined) {
  console.error(`Usage: node tools/run.mjs <${Object.keys(commands).join('|')}>`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await command(rest);
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = error.exitCode;
  }
}
