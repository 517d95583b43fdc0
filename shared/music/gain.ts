/** All tracks are brought to this loudness, LUFS; quieter ones stay as they are, since the player can only attenuate. */
export const TARGET_LUFS = -23;

/** "Softer" takes this share of the volume: 30 % lower, one press. */
export const SOFTER = 0.7;

/** Under a voice ("speak") the music keeps this share of its volume: 20 dB lower. */
export const UNDER_VOICE = 0.1;

/** What is heard of the volume that was set, 0 to 1: softer, under a voice, and low while the patient is up. */
export function heardLevel(music: {
  readonly volume: number;
  readonly softened: boolean;
  readonly underVoice: boolean;
  readonly away: boolean;
}): number {
  return music.volume * (music.softened ? SOFTER : 1) * (music.underVoice || music.away ? UNDER_VOICE : 1);
}

/** No track peaks higher than this, dBTP: two that cross at their peaks add 3 dB at most, and stay a decibel under full scale. */
const PEAK_CEILING_DB = -4;

/** Gain (0 to 1) that brings a track to the common loudness and keeps its peak under the ceiling. */
export function levelGain(loudnessLufs: number, truePeakDb: number): number {
  const gainDb = Math.min(0, TARGET_LUFS - loudnessLufs, PEAK_CEILING_DB - truePeakDb);
  return 10 ** (gainDb / 20);
}

/** Equal-power crossfade: gains of the outgoing and incoming track at a progress of 0 to 1; their powers add up to 1. */
export function crossfadeGains(progress: number): { readonly out: number; readonly in: number } {
  const angle = Math.min(1, Math.max(0, progress)) * (Math.PI / 2);
  return { out: progress >= 1 ? 0 : Math.cos(angle), in: progress <= 0 ? 0 : Math.sin(angle) };
}
