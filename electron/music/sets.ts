import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { MOST_SETS, ownSetSchema, type OwnSet } from '../../shared/music/own-sets.ts';
import { diskCodeOf } from '../record/failures.ts';
import { writeWhole } from '../record/whole-file.ts';

/** Form of the file written today. */
const SETS_VERSION = 1;

const fileSchema = z.object({
  schemaVersion: z.literal(SETS_VERSION),
  sets: z.array(ownSetSchema).check(z.maxLength(MOST_SETS)),
});

/** Why nothing can be changed: a newer program wrote the file, or the disk does not answer. */
type Problem = 'music.setsNewer' | 'music.setsUnreachable' | null;

interface Found {
  readonly sets: readonly OwnSet[];
  readonly problem: Problem;
  readonly findings: readonly string[];
}

/** The clinic's own sets on this PC, kept in one file that is written whole. */
export interface OwnSets {
  /** In the order in which they were made. */
  readonly list: () => readonly OwnSet[];
  /** What the start found, as codes (`finding.<code>`). */
  readonly findings: readonly string[];
  /** Puts a set in place of the one with its id, or behind the others. What cannot be written changes nothing. */
  readonly save: (set: OwnSet) => Promise<Answer<Record<string, never>>>;
  readonly remove: (setId: string) => Promise<Answer<Record<string, never>>>;
}

/**
 * Opens `<folder>/sets.json`; without one there are no sets. A damaged file is set aside under a free name, never
 * deleted; one of a newer version is left alone and nothing can be changed. Never throws.
 */
export async function openOwnSets(folder: string): Promise<OwnSets> {
  const file = path.join(folder, 'sets.json');
  const found = await read(file).catch((): Found => ({
    sets: [],
    problem: 'music.setsUnreachable',
    findings: ['musicSetsUnreachable'],
  }));
  return ownSetsOf(file, found);
}

async function read(file: string): Promise<Found> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return { sets: [], problem: null, findings: [] };
  const value = jsonOf(text);
  const versioned = z.object({ schemaVersion: z.int() }).safeParse(value);
  if (versioned.success && versioned.data.schemaVersion > SETS_VERSION)
    return { sets: [], problem: 'music.setsNewer', findings: ['musicSetsNewer'] };
  const parsed = fileSchema.safeParse(value);
  if (parsed.success) return { sets: parsed.data.sets, problem: null, findings: [] };
  await setAside(file);
  return { sets: [], problem: null, findings: ['musicSetsDamaged'] };
}

function ownSetsOf(file: string, found: Found): OwnSets {
  let sets = found.sets;
  let queue: Promise<unknown> = Promise.resolve();

  /** One change at a time, each on what the one before left. */
  const change = (work: () => Answer<readonly OwnSet[]>): Promise<Answer<Record<string, never>>> => {
    if (found.problem !== null) return Promise.resolve(failure('refused', found.problem));
    const done = queue.then(async () => {
      const next = work();
      if (!next.ok) return next;
      try {
        await mkdir(path.dirname(file), { recursive: true });
        const text = JSON.stringify({ schemaVersion: SETS_VERSION, sets: next.data }, null, 1);
        await writeWhole(file, (handle) => handle.writeFile(text, 'utf8'));
      } catch (error) {
        return failure('unsaved', diskCodeOf(error) === 'disk.full' ? 'music.diskFull' : 'music.notWritten');
      }
      sets = next.data;
      return success({});
    });
    queue = done;
    return done;
  };
  const isKnown = (setId: string): boolean => sets.some(({ id }) => id === setId);

  return {
    list: () => sets,
    findings: found.findings,
    save: (set) =>
      change(() => {
        if (isKnown(set.id)) return success(sets.map((one) => (one.id === set.id ? set : one)));
        return sets.length >= MOST_SETS ? failure('refused', 'music.setsFull') : success([...sets, set]);
      }),
    remove: (setId) =>
      change(() =>
        isKnown(setId) ? success(sets.filter(({ id }) => id !== setId)) : failure('refused', 'music.setUnknown'),
      ),
  };
}

/** Moves a damaged file aside under a name that is free. */
async function setAside(file: string): Promise<void> {
  for (let number = 1; ; number += 1) {
    const place = file.replace(/\.json$/, `.damaged-${number}.json`);
    if ((await stat(place).catch(() => null)) === null) return rename(file, place);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
