import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where a word was found, and in which form. */
export type Leak = string;

/** The forms in which a word would be readable: UTF-8, UTF-16LE, hex, and base64 at each of its three phases. */
export function formsOf(word: string): ReadonlyMap<string, Buffer> {
  const utf8 = Buffer.from(word, 'utf8');
  const phase = (skip: number): Buffer => {
    const text = Buffer.concat([Buffer.alloc(skip), utf8]).toString('base64');
    // Only the letters that no neighbour has a part in.
    return Buffer.from(text.slice(skip === 0 ? 0 : skip + 1, Math.floor(((skip + utf8.length) * 4) / 3)));
  };
  return new Map([
    ['utf8', utf8],
    ['utf16', Buffer.from(word, 'utf16le')],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['base64', phase(0)],
    ['base64+1', phase(1)],
    ['base64+2', phase(2)],
  ]);
}

/** Every planted word in the bytes given. */
export function leaksIn(bytes: Buffer, where: string, words: readonly string[]): Leak[] {
  return words.flatMap((word) =>
    [...formsOf(word)].filter(([, form]) => bytes.includes(form)).map(([form]) => `${word} (${form}) in ${where}`),
  );
}

/** Looks at every file under a folder, its bytes and its name. Files that vanish meanwhile are left out. */
export function leaksUnder(folder: string, words: readonly string[]): Leak[] {
  return filesUnder(folder).flatMap((file) => {
    const name = path.relative(folder, file);
    return [...leaksIn(Buffer.from(name), `the name ${name}`, words), ...leaksIn(bytesOf(file), name, words)];
  });
}

/** The files under a folder, whole paths. A browser makes and removes folders at any moment: one that is gone has none. */
export function filesUnder(folder: string): string[] {
  return namesIn(folder)
    .map((name) => path.join(folder, name))
    .flatMap((place) => (isFolder(place) ? filesUnder(place) : isFile(place) ? [place] : []));
}

/**
 * Looks at every file that processes of the app hold open although its name is gone. The app's processes are those with
 * `mark` in their environment. What lies in memory only (memfd, /dev/shm) is on no disk and left out.
 */
export function leaksInUnlinked(
  mark: string,
  words: readonly string[],
): { readonly leaks: Leak[]; readonly processes: number } {
  const leaks: Leak[] = [];
  let processes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (!bytesOf(`/proc/${pid}/environ`).includes(mark)) continue;
    processes += 1;
    for (const fd of namesIn(`/proc/${pid}/fd`)) {
      const place = `/proc/${pid}/fd/${fd}`;
      const target = linkOf(place);
      if (!target.endsWith(' (deleted)') || /^\/(memfd:|dev\/shm\/)/.test(target)) continue;
      leaks.push(...leaksIn(bytesOf(place), `${target} of process ${pid}`, words));
    }
  }
  return { leaks, processes };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkOf(place: string): string {
  try {
    return readlinkSync(place);
  } catch {
    return '';
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

function isFolder(place: string): boolean {
  try {
    return lstatSync(place).isDirectory();
  } catch {
    return false;
  }
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
