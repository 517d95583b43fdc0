/** What was asked of the demo on the command line. */
export interface DemoOptions {
  /** How many times faster than real time the session's clock runs, 1 to 240. */
  readonly rate: number;
  /** Leave the app's data folder, with the record file, behind. */
  readonly keep: boolean;
}

const usage = 'Usage: npm run demo -- [--rate 1 to 240, default 120] [--keep]';

/** Reads the words after `npm run demo --`; a sentence where they make no sense. */
export function readOptions(words: readonly string[]): DemoOptions | string {
  let options: DemoOptions = { rate: 120, keep: false };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name, value = null] = word.split('=', 2);
    if (name === '--keep' && value === null) options = { ...options, keep: true };
    else if (name === '--rate') {
      const given = value ?? rest.shift() ?? '';
      const rate = Number(given);
      if (given === '' || !(rate >= 1 && rate <= 240)) return `"${given}" is no rate. ${usage}`;
      options = { ...options, rate };
    } else return `"${word}" is not known. ${usage}`;
  }
  return options;
}
