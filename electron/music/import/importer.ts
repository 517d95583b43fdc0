import { rm } from 'node:fs/promises';
import path from 'node:path';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { Decoded } from '../../../shared/ipc/music.ts';
import { refusedLine, type ImportLine } from '../../../shared/music/import-report.ts';
import type { Measured } from '../../../shared/music/loudness.ts';
import type { LibraryTrack } from '../../../shared/music/library.ts';
import type { MediaLookup } from '../media.ts';
import type { MusicStore } from '../store.ts';
import { drawnCover } from './cover.ts';
import type { Decoder } from './decoder.ts';
import { startImportThread } from './import-thread.ts';
import { LONGEST_MS, type NotTaken, type Taken } from './take.ts';

/** ReplayGain 2 brings a track to this loudness, LUFS. */
const REPLAY_GAIN_TO = -18;
/** Frames before and after the sound itself, which a decoder leaves out, ms. */
const LOST_MS = 250;
/** The names under which the file that is being decoded, and its cover, are served. */
const UNDERWAY = 'underway';
const PICTURE = 'underway-picture';

export interface ImporterParts {
  readonly store: MusicStore;
  readonly decoder: Decoder;
  /** Epoch ms. */
  readonly now: () => number;
  /** While a session is live nothing is imported; one that begins ends the import. */
  readonly live: () => boolean;
}

/** What the thread made of a file; null where it died. */
type Took = Taken | NotTaken | null;

interface Hooks {
  readonly progress: (now: { readonly done: number; readonly total: number }) => void;
  readonly signal: AbortSignal;
}

/** Brings files into the library: copied, looked at, decoded from first to last second, measured, then listed. */
export class Importer {
  readonly #parts: ImporterParts;
  #lines: readonly ImportLine[] = [];
  #underway: Taken | null = null;

  constructor(parts: ImporterParts) {
    this.#parts = parts;
  }

  /** What became of each file of the last import so far. */
  get lines(): readonly ImportLine[] {
    return this.#lines;
  }

  /** Finds the file that is being decoded and its cover, and nothing else. */
  readonly lookup: MediaLookup = (file) => {
    if (file === UNDERWAY) return this.#underway?.copy ?? null;
    return file === PICTURE ? (this.#underway?.picture ?? null) : null;
  };

  /** Imports what was chosen, one file at a time; the next is copied while one is decoded. What was imported stays where it is stopped. */
  async run(chosen: readonly string[], hooks: Hooks): Promise<Answer<Record<'imported' | 'total', number>>> {
    this.#lines = [];
    const thread = startImportThread();
    let next: Promise<Took> | null = null;
    try {
      const found = await thread.ask('list', { chosen });
      if (found === null) return failure('broken', 'music.notRead');
      const { files, folders } = found;
      this.#lines = folders.map(({ folder, reason }) => refusedLine(shortName(folder), reason));
      if (files.length === 0 && folders.length === 0) return failure('refused', 'music.nothingFound');
      const { incoming } = this.#parts.store.place;
      const take = (turn: number): Promise<Took> | null => {
        const source = files[turn];
        return source === undefined ? null : thread.ask('take', { source, incoming, turn });
      };
      for (const [turn, file] of files.entries()) {
        const told = (share: number): void => hooks.progress({ done: turn + share, total: files.length });
        told(0);
        const taken: Took = this.#ends(hooks.signal) ? null : await (next ?? take(turn));
        next = taken === null ? null : take(turn + 1);
        const line = await this.#import(shortName(file), taken, hooks.signal, told);
        if (line === null) return failure('refused', this.#parts.live() ? 'record.sessionRuns' : 'music.stopped');
        this.#lines = [...this.#lines, line];
      }
      const imported = this.#lines.filter(({ outcome }) => outcome === 'imported').length;
      return success({ imported, total: files.length });
    } finally {
      this.#parts.decoder.close();
      await leave(await next);
      await thread.end();
    }
  }

  /** What became of one file; null where the import is to end. */
  async #import(
    name: string,
    taken: Took,
    signal: AbortSignal,
    told: (share: number) => void,
  ): Promise<ImportLine | null> {
    const { store } = this.#parts;
    try {
      if (this.#ends(signal)) return null;
      if (taken === null) return refusedLine(name, 'unreadable');
      if ('reason' in taken) return refusedLine(name, taken.reason, taken.kind);
      const known = store.tracks().find(({ id }) => id === taken.id);
      if (known !== undefined && !store.isMissing(known.id))
        return { name, outcome: 'alreadyThere', reason: null, kind: '' };
      const decoded = await this.#decode(taken, signal, told);
      if (decoded === 'ended') return null;
      if (decoded?.outcome === 'tooLong') return refusedLine(name, 'tooLong');
      const measured = decoded?.measured ?? null;
      if (measured === null) return refusedLine(name, 'broken');
      if (measured.durationMs < (taken.declaredMs ?? 0) - LOST_MS) return refusedLine(name, 'truncated');
      const cover = drawnCover(decoded?.cover ?? null);
      const track = trackOf(taken, { ...measured, hasCover: cover !== null }, name, this.#parts.now());
      if (track === null) return refusedLine(name, 'silent');
      const added = await store.add(taken.copy, track, cover);
      if (!added.ok) return refusedLine(name, added.code === 'music.diskFull' ? 'diskFull' : 'notWritten');
      return { name, outcome: known === undefined ? 'imported' : 'broughtBack', reason: null, kind: '' };
    } finally {
      await leave(taken);
    }
  }

  async #decode(taken: Taken, signal: AbortSignal, told: (share: number) => void): Promise<Decoded | 'ended' | null> {
    const { decoder } = this.#parts;
    this.#underway = taken;
    const stop = (): void => decoder.close();
    signal.addEventListener('abort', stop);
    try {
      const order = { file: UNDERWAY, cover: taken.picture === null ? null : PICTURE, limitMs: LONGEST_MS };
      const decoded = await decoder.decode(order, (ms) => {
        if (this.#ends(signal)) stop();
        else told(Math.min(1, ms / Math.max(ms, taken.declaredMs ?? ms)));
      });
      return this.#ends(signal) ? 'ended' : decoded;
    } finally {
      signal.removeEventListener('abort', stop);
      this.#underway = null;
    }
  }

  #ends(signal: AbortSignal): boolean {
    return signal.aborted || this.#parts.live();
  }
}

/** Removes what was copied and not kept. */
function shortName(file: string): string {
  return path.basename(file).slice(0, 255);
}

async function leave(taken: Took): Promise<void> {
  if (taken === null || 'reason' in taken) return;
  for (const file of [taken.copy, taken.picture]) if (file !== null) await rm(file, { force: true });
}

/**
 * The track as it is first listed; null where there is nothing to hear. Until somebody has listened to it, it counts as
 * having words and drums, so that nobody who wants none is given it.
 */
export function trackOf(
  taken: Taken,
  measured: Measured & { readonly hasCover: boolean },
  sourceName: string,
  importedAt: number,
): LibraryTrack | null {
  const tagged = taken.gainDb === null ? null : REPLAY_GAIN_TO - taken.gainDb;
  const loudness = tagged ?? measured.loudnessLufs;
  if (loudness === null || measured.loudnessLufs === null || measured.truePeakDb === null) return null;
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return {
    id: taken.id,
    file: `library/${taken.id}.${taken.extension}`,
    title: taken.title,
    phase: 'arrive',
    intensity: 2,
    lyrics: true,
    percussion: true,
    // Encoders put frames before and after the sound, which the player leaves out.
    durationMs: Math.round(Math.min(taken.declaredMs ?? measured.durationMs, measured.durationMs)),
    loudnessLufs: tenth(loudness),
    truePeakDb: tenth(measured.truePeakDb),
    licence: '',
    imported: {
      artist: taken.artist,
      album: taken.album,
      sourceName,
      importedAt,
      bytes: taken.bytes,
      silenceStartMs: measured.silenceStartMs,
      silenceEndMs: measured.silenceEndMs,
      loudnessFrom: tagged === null ? 'measured' : 'tag',
      hasCover: measured.hasCover,
    },
  };
}
