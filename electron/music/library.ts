import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { catalogSchema, type MusicCatalog, type SessionMusic } from '../../shared/music/set.ts';
import type { MediaLookup } from './media.ts';

/** The music of this PC: what there is to choose, and where the files lie. */
export interface Library {
  readonly catalog: MusicCatalog;
  /** One entry a set, in the catalogue's order, each with the recovery bed that all share. */
  readonly sets: readonly SessionMusic[];
  readonly lookup: MediaLookup;
}

/** Why there is no music: the catalogue cannot be read, or is not one (`detail` names the field). Never holds patient data. */
export interface LibraryProblem {
  readonly code: 'musicMissing' | 'musicDamaged';
  readonly detail: string;
}

/** Loads `<folder>/catalog.json`. Nothing is thrown: an app without music still runs the session. */
export async function loadLibrary(folder: string): Promise<Library | LibraryProblem> {
  let text: string;
  try {
    text = await readFile(path.join(folder, 'catalog.json'), 'utf8');
  } catch (problem) {
    return { code: 'musicMissing', detail: problem instanceof Error ? problem.message : String(problem) };
  }
  return parseLibrary(text, folder);
}

/** The library of a catalogue's text; `folder` is where its files lie. */
export function parseLibrary(text: string, folder: string): Library | LibraryProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { code: 'musicDamaged', detail: 'catalog.json: not JSON' };
  }
  const parsed = catalogSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { code: 'musicDamaged', detail: `catalog.json: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
  }
  const catalog = parsed.data;
  const tracks = [...catalog.sets.flatMap((set) => set.tracks), catalog.recovery];
  const outside = tracks.find(({ file }) => leavesFolder(file));
  if (outside !== undefined)
    return { code: 'musicDamaged', detail: `catalog.json: ${outside.id}: file leaves the folder` };
  const files = new Map(tracks.map(({ file }) => [file, path.join(folder, ...file.split('/'))]));
  const { loop: _loop, ...recovery } = catalog.recovery;
  return {
    catalog,
    sets: catalog.sets.map((set) => ({ set, recovery })),
    lookup: (file) => files.get(file) ?? null,
  };
}

/** Whether the outcome of loading is a library. */
export function isLibrary(loaded: Library | LibraryProblem): loaded is Library {
  return 'lookup' in loaded;
}

function leavesFolder(file: string): boolean {
  return (
    file === '' || file.includes('\\') || file.split('/').some((part) => part === '' || part === '.' || part === '..')
  );
}
