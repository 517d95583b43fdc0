import type { AudioEvent, DeckAudio } from '../../../renderer/player/player.ts';
import type { FakeTime } from '../../helpers/fake-time.ts';

/** How the fake sound side misbehaves, by file. */
export interface Faults {
  readonly loadMs?: (file: string) => number;
  readonly fails?: (file: string) => boolean;
  readonly stuck?: (file: string) => boolean;
}

interface Track {
  readonly file: string;
  startedAt: number | null;
  positionMs: number;
  stop: () => void;
}

export interface FakeAudio extends DeckAudio {
  readonly volumes: Map<number, number>;
  /** Every volume that was set: [moment, playId, level]. */
  readonly written: readonly (readonly [number, number, number])[];
  readonly log: readonly string[];
  readonly fileOf: (playId: number) => string | null;
  readonly loaded: () => number;
  readonly prepared: () => string | null;
  /** Moves a track's position, as a stall of the machine would. */
  readonly slip: (playId: number, ms: number) => void;
}

/** A sound side in fake time: loads in 100 ms (at once when prepared), plays at rate 1, ends after the file's length. */
export function fakeAudio(
  time: FakeTime,
  lengthOf: (file: string) => number,
  tell: (event: AudioEvent) => void,
  faults: Faults = {},
): FakeAudio {
  const tracks = new Map<number, Track>();
  const volumes = new Map<number, number>();
  const written: [number, number, number][] = [];
  const log: string[] = [];
  let prepared: string | null = null;
  const position = (track: Track): number =>
    track.startedAt === null || faults.stuck?.(track.file) === true
      ? track.positionMs
      : Math.min(lengthOf(track.file), track.positionMs + time.now() - track.startedAt);
  const run = (playId: number, track: Track): void => {
    track.startedAt = time.now();
    track.stop = time.after(lengthOf(track.file) - track.positionMs, () => tell({ kind: 'ended', playId }));
  };
  return {
    volumes,
    written,
    log,
    fileOf: (playId) => tracks.get(playId)?.file ?? null,
    loaded: () => tracks.size,
    prepared: () => prepared,
    slip: (playId, ms) => {
      const track = tracks.get(playId)!;
      track.stop();
      track.positionMs = position(track) + ms;
      run(playId, track);
    },
    prepare: (file) => {
      prepared = file;
      log.push(`prepare ${file}`);
    },
    load: (playId, file) => {
      log.push(`load ${playId} ${file}`);
      const ms = faults.loadMs?.(file) ?? (prepared === file ? 0 : 100);
      const track: Track = { file, startedAt: null, positionMs: 0, stop: () => undefined };
      track.stop = time.after(ms, () =>
        tell(
          faults.fails?.(file) === true ? { kind: 'failed', playId, code: 'loadFailed' } : { kind: 'loaded', playId },
        ),
      );
      tracks.set(playId, track);
      volumes.set(playId, 0);
    },
    play: (playId, positionMs) => {
      log.push(`play ${playId} at ${Math.round(positionMs)}`);
      const track = tracks.get(playId)!;
      track.positionMs = positionMs;
      track.stop = time.after(5, () => {
        run(playId, track);
        tell({ kind: 'playing', playId });
      });
    },
    seek: (playId, positionMs) => {
      log.push(`seek ${playId} to ${Math.round(positionMs)}`);
      const track = tracks.get(playId)!;
      track.stop();
      track.positionMs = positionMs;
      run(playId, track);
      time.after(20, () => tell({ kind: 'sought', playId }));
    },
    volume: (playId, level) => {
      if (tracks.has(playId)) volumes.set(playId, level);
      written.push([time.now(), playId, level]);
    },
    positionMs: (playId) => {
      const track = tracks.get(playId);
      return track === undefined ? null : position(track);
    },
    unload: (playId) => {
      log.push(`unload ${playId}`);
      tracks.get(playId)?.stop();
      tracks.delete(playId);
      volumes.delete(playId);
    },
  };
}
