import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Keys } from '../electron/access/vault-types.ts';
import type { CheckReport, RecordKind } from '../electron/record/client-types.ts';
import { anchorFindings } from '../electron/record/anchors/compare.ts';
import { openForReading } from '../electron/record/reading.ts';
import { verifyAll } from '../electron/record/verify.ts';
import { failure, success, type Answer } from '../shared/ipc/answer.ts';
import { askSecret } from './verify/ask.ts';
import { keysOf, type KeySets } from './verify/keys.ts';
import { failureWords, reportWords } from './verify/words.ts';

/**
 * `npm run verify`: checks a whole record, beside the running app or on a copy, and writes nothing to it. Ends with 0
 * where everything fits, 1 where something does not, 2 where it could not be checked.
 */
const usage = `Usage: npm run verify -- --data FOLDER [--practice] [--anchors FILE]...
       npm run verify -- --file RECORD.db --vault VAULT.json [--practice] [--anchors FILE]...
Asks for the passphrase or the recovery key. The key chain of this computer is reached by the app only: there, press
“Check everything now” on the screen “Record health”.`;

interface Wanted {
  readonly file: string;
  readonly vault: string;
  readonly kind: RecordKind;
  readonly anchors: readonly string[];
}

async function main(words: readonly string[]): Promise<number> {
  const wanted = optionsOf(words);
  if (wanted === null) {
    console.error(usage);
    return 2;
  }
  if (!existsSync(wanted.file)) return refuse('There is no file at this place. Look at the path.');
  const typed = await askSecret('Passphrase or recovery key: ');
  if (typed === null || typed === '') return refuse('Nothing was entered. Start again.');
  const keys = await keysOf(wanted.vault, typed);
  if (!keys.ok) return refuse(failureWords(keys));
  const report = await check(wanted, keys.data);
  if (!report.ok) return refuse(failureWords(report));
  for (const line of reportWords(report.data)) console.log(line);
  return report.data.findings.length === 0 ? 0 : 1;
}

async function check(wanted: Wanted, sets: KeySets): Promise<Answer<CheckReport>> {
  let refused: Answer<CheckReport> = failure('broken', 'record.wrongKey');
  for (const keys of sets) {
    const answer = await checkWith(wanted, keys);
    if (answer.ok) return answer;
    refused = answer;
    if (answer.code !== 'record.wrongKey') return answer;
  }
  return refused;
}

async function checkWith({ file, kind, anchors }: Wanted, keys: Keys): Promise<Answer<CheckReport>> {
  const reading = openForReading({ file, kind, ...keys[kind] });
  if ('ok' in reading) return reading;
  try {
    let told = 0;
    const report = await verifyAll(reading, (done, total) => {
      if (process.stderr.isTTY && done - told >= 50_000) process.stderr.write(`${(told = done)} of ${total}\n`);
      return true;
    });
    if (report === null) return failure('refused', 'job.stopped');
    const outside = anchorFindings(reading, file, anchors);
    return success({ ...report, findings: [...report.findings, ...outside] });
  } finally {
    reading.reader.close();
  }
}

function optionsOf(words: readonly string[]): Wanted | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        data: { type: 'string' },
        file: { type: 'string' },
        vault: { type: 'string' },
        practice: { type: 'boolean', default: false },
        anchors: { type: 'string', multiple: true, default: [] },
      },
    });
    const kind = values.practice ? 'practice' : 'clinic';
    const data = values.data === undefined ? null : path.resolve(values.data);
    const file = values.file ?? (data === null ? undefined : path.join(data, `${kind}.db`));
    const vault = values.vault ?? (data === null ? undefined : path.join(data, 'vault.json'));
    if (file === undefined || vault === undefined) return null;
    const anchors = values.anchors.map((one) => path.resolve(one));
    return { file: path.resolve(file), vault: path.resolve(vault), kind, anchors };
  } catch {
    return null;
  }
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
