import type { MusicPhase, MusicSet, Track } from '../../../shared/music/set.ts';

const titles: Readonly<Record<Exclude<MusicPhase, 'recovery'>, readonly string[]>> = {
  arrive: ['First Light', 'Harbour'],
  onset: ['Long Shore', 'Reeds'],
  build: ['Rising Ground', 'Heron'],
  peak: ['Slow Tide', 'Low Water', 'Wide Sky'],
  return: ['Homeward', 'Evening Field'],
};

function track(setId: string, phase: MusicPhase, title: string, minutes: number): Track {
  const id = `${setId}-${title.toLowerCase().replaceAll(' ', '-')}`;
  return {
    id,
    file: `${setId}/${id}.opus`,
    title,
    phase,
    intensity: phase === 'peak' ? 4 : 2,
    lyrics: false,
    percussion: phase === 'build',
    durationMs: minutes * 60_000,
    loudnessLufs: -23,
    truePeakDb: -4,
    licence: 'made up',
  };
}

function set(id: string, title: string, description: string): MusicSet {
  const phases = Object.entries(titles) as [MusicPhase, readonly string[]][];
  return {
    id,
    title,
    description,
    tracks: phases.flatMap(([phase, names]) => names.map((name) => track(id, phase, name, 5))),
  };
}

/** Made-up sets for previews: no sound stands behind them. */
export const previewSets = [
  { musicHash: 'hash-shoreline', set: set('shoreline', 'Shoreline', 'Wide, slow water; strings and far bells.') },
  { musicHash: 'hash-woods', set: set('woods', 'Deep Woods', 'Low, warm, close; wood and breath.') },
  { musicHash: 'hash-night', set: set('night', 'Night Sky', 'High and clear; long tones, much space.') },
] as const;

export const previewBed: Track = track('bed', 'recovery', 'Resting', 40);
