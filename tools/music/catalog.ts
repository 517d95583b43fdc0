/** The catalogue beside the audio: read and checked here, written by the renderer. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Mastered } from './master.ts';
import { ALL_TRACKS, RECOVERY_BED, SETS } from './sets/index.ts';
import { RATE, type Phase, type TrackSpec } from './types.ts';

export interface CatalogTrack {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly phase: Phase;
  readonly intensity: number;
  readonly lyrics: false;
  readonly percussion: false;
  /** Length of the decoded audio. */
  readonly durationMs: number;
  readonly loudnessLufs: number;
  readonly truePeakDb: number;
  readonly licence: string;
  /** Of the rendered 16-bit PCM, before Opus. */
  readonly pcmSha256: string;
}

export interface Catalog {
  readonly schemaVersion: 1;
  readonly sets: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly tracks: readonly CatalogTrack[];
  }[];
  readonly recovery: CatalogTrack & { readonly loop: true; readonly loopCrossfadeMs: number };
}

const LICENCE = 'Own work of the Stillroom project, CC0-1.0';

/** How long the end of the recovery bed overlaps its beginning, ms. */
const LOOP_CROSSFADE_MS = 20_000;

export function catalogTrack(spec: TrackSpec, mastered: Mastered): CatalogTrack {
  return {
    id: spec.id,
    file: spec.file,
    title: spec.title,
    phase: spec.phase,
    intensity: spec.intensity,
    lyrics: false,
    percussion: false,
    durationMs: Math.round((mastered.pcm.length / 2 / RATE) * 1000),
    loudnessLufs: Math.round(mastered.loudnessLufs * 10) / 10,
    truePeakDb: Math.round(mastered.truePeakDb * 10) / 10,
    licence: LICENCE,
    pcmSha256: mastered.sha256,
  };
}

/** Says what is wrong with one track of a catalogue, or nothing. */
function trackProblem(track: CatalogTrack | undefined, spec: TrackSpec): string | undefined {
  if (!track) return 'is missing';
  if (track.file !== spec.file || track.phase !== spec.phase) return 'has another file or phase than the score';
  if (!/^[0-9a-f]{64}$/.test(track.pcmSha256)) return 'has no PCM hash';
  if (track.durationMs !== spec.seconds * 1000) return 'has another length than the score';
  return undefined;
}

/** Every track of a catalogue by its id. */
export function tracksById(catalog: Catalog): Map<string, CatalogTrack> {
  return new Map([...catalog.sets.flatMap((set) => set.tracks), catalog.recovery].map((track) => [track.id, track]));
}

/** What the catalogue of a music folder says, complete or not; nothing when there is none. */
export async function knownTracks(folder: string): Promise<Map<string, CatalogTrack>> {
  try {
    return tracksById(JSON.parse(await readFile(path.join(folder, 'catalog.json'), 'utf8')) as Catalog);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return new Map();
    throw problem;
  }
}

/** Reads the catalogue of a music folder and holds it against the score. */
export async function readCatalog(folder: string): Promise<Catalog> {
  const catalog = JSON.parse(await readFile(path.join(folder, 'catalog.json'), 'utf8')) as Catalog;
  if (catalog.schemaVersion !== 1) throw new Error('catalog.json: unknown schemaVersion');
  const known = tracksById(catalog);
  for (const spec of ALL_TRACKS) {
    const problem = trackProblem(known.get(spec.id), spec);
    if (problem) throw new Error(`catalog.json: ${spec.id} ${problem}`);
  }
  if (known.size !== ALL_TRACKS.length) throw new Error('catalog.json: holds tracks that the score does not');
  return catalog;
}

/** Writes the catalogue of the tracks there are, in the order of the score. Without the bed there is none yet. */
export async function writeCatalog(folder: string, rendered: ReadonlyMap<string, CatalogTrack>): Promise<void> {
  const bed = rendered.get(RECOVERY_BED.id);
  if (!bed) return;
  const catalog: Catalog = {
    schemaVersion: 1,
    sets: SETS.map(({ id, title, description, tracks }) => ({
      id,
      title,
      description,
      tracks: tracks.flatMap((spec) => rendered.get(spec.id) ?? []),
    })),
    recovery: { ...bed, loop: true, loopCrossfadeMs: LOOP_CROSSFADE_MS },
  };
  await writeFile(path.join(folder, 'catalog.json'), `${JSON.stringify(catalog, null, 2)}\n`);
}
