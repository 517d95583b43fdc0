import { dialog } from 'electron';
import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** Words of a generated passphrase: of 2,048 each, so that six make 66 bits, behind a slow derivation. */
const WORDS = 6;
const EXTENSION = 'gz.age';

/** A passphrase that nobody thought up: six English words. */
export function generatedPassphrase(): string {
  return Array.from({ length: WORDS }, () => wordlist[randomInt(wordlist.length)]).join(' ');
}

/** Asks where an archive is to lie; null where the question was left. No name of a patient stands in the file's name. */
export async function askWhereTo(wallMs: number): Promise<string | null> {
  const at = new Date(wallMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const name = `Stillroom archive ${day} ${two(at.getHours())}${two(at.getMinutes())}.jsonl.${EXTENSION}`;
  const answer = await dialog.showSaveDialog({
    defaultPath: name,
    filters: [{ name: 'Archive', extensions: ['age'] }],
  });
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

/** Asks which archive to look at; null where the question was left. */
export async function askWhichOne(): Promise<string | null> {
  const answer = await dialog.showOpenDialog({
    properties: ['openFile'],
    filters: [{ name: 'Archive', extensions: ['age'] }],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
