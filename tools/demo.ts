import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readOptions } from './demo/options.ts';
import { runDemo } from './demo/run.ts';
import { browserFor } from './run/browser.mjs';
import { electronBinary } from '../test/helpers/electron-binary.ts';

/** `npm run demo`: a whole practice session on the real app, without a display, at an accelerated clock. */
const out = fileURLToPath(new URL('../out/demo/', import.meta.url));

class Interrupted extends Error {}

/** Runs the demo; the exit code says whether all was as it should be (0), something was not (1), or it was cut off. */
async function main(words: readonly string[]): Promise<number> {
  const options = readOptions(words);
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(new Interrupted());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  try {
    if (electronBinary() === null) process.env['STILLROOM_BROWSER'] = await browserFor(process.execPath);
    const problems = await runDemo(options, out, stopping.signal, (line) => console.log(line));
    if (problems.length === 0) {
      console.log(`\nAll as it should be. Pictures and record.json lie in out/demo/.`);
      return 0;
    }
    console.log(`\nNot as it should be:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    return 1;
  } catch (error) {
    if (error instanceof Interrupted) {
      console.log('Stopped. Nothing is left running.');
      return 130;
    }
    console.error(`\nThe demo could not go on: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

// What a cut-off step still waits for is of no interest any more.
process.exit(await main(process.argv.slice(2)));
