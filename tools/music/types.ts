/**
 * The vocabulary of a composed track: what the set files write down and the
 * arranger turns into notes. Levels are in dB, times in seconds, registers in
 * MIDI note numbers.
 */

/** Sample rate of the finished audio, in Hz (Opus works at this rate internally). */
export const RATE = 48_000;

/** Rate at which voices and room are computed: nothing here reaches its 12 kHz, and it halves the work. */
export const SYNTH_RATE = RATE / 2;

/** Frames rendered at a time; control values move once per block and are ramped inside it. */
export const BLOCK = 256;

export type Phase = 'arrive' | 'onset' | 'build' | 'peak' | 'return' | 'recovery';
export type Range = readonly [low: number, high: number];

/** Levels in dB, spread evenly over the length of the track and joined smoothly. */
export type Arc = readonly number[];

export type TimbreName = 'strings' | 'celli' | 'warm' | 'air' | 'glass' | 'breath' | 'drone' | 'halo' | 'reed';
export type StruckName = 'bell' | 'bowl' | 'wood' | 'seed';
export type NoiseName = 'surf' | 'wind' | 'breath';

/** How one layer sits in the mix. */
export interface LayerMix {
  readonly levelDb: Arc;
  /** Reverb send relative to the dry level. */
  readonly sendDb: number;
}

/** The sound of a sustained layer. */
export interface PadShape extends LayerMix {
  readonly timbre: TimbreName;
  /** 0 is mono, 1 is two independent sides. */
  readonly width: number;
  /** Range in which the brightness drifts: 0 dark table, 1 bright table. */
  readonly bright: Range;
  /** Depth of the slow level swell of each note, and its period. */
  readonly swellDb: number;
  readonly swellSeconds: Range;
}

export interface ChordLayer extends PadShape {
  readonly kind: 'chords';
  readonly attack: number;
  readonly release: number;
  /** Octaves added to the planned voices. */
  readonly octave: number;
}

export interface BassLayer extends PadShape {
  readonly kind: 'bass';
  readonly attack: number;
  readonly release: number;
  readonly register: Range;
}

export interface DroneLayer extends PadShape {
  readonly kind: 'drone';
  /** MIDI notes held from before the first frame until after the last. */
  readonly notes: readonly number[];
}

/** Single high notes of the present chord that come and go. */
export interface HaloLayer extends PadShape {
  readonly kind: 'halo';
  readonly every: Range;
  readonly length: Range;
  readonly register: Range;
}

/** Slow phrases: a motif of scale steps, each note `beat` seconds times its weight. */
export interface PhraseShape {
  readonly motif: readonly (readonly [step: number, weight: number])[];
  readonly beat: Range;
  readonly rest: Range;
  readonly register: Range;
}

export interface MelodyLayer extends PadShape, PhraseShape {
  readonly kind: 'melody';
  readonly attack: number;
  readonly release: number;
  readonly vibratoCents: number;
}

export interface StruckLayer extends LayerMix, PhraseShape {
  readonly kind: 'struck';
  readonly instrument: StruckName;
  /** phrases: the motif; rain: single notes far apart; rocking: a quiet figure that fades in and out. */
  readonly pattern: 'phrases' | 'rain' | 'rocking';
}

export interface NoiseLayer extends LayerMix {
  readonly kind: 'noise';
  readonly preset: NoiseName;
}

export type Layer = ChordLayer | BassLayer | DroneLayer | HaloLayer | MelodyLayer | StruckLayer | NoiseLayer;

export interface ReverbShape {
  /** Time in which the low and middle register falls by 60 dB. */
  readonly t60: number;
  /** One-pole damping corner inside the loop, Hz. */
  readonly dampHz: number;
  readonly levelDb: number;
}

export interface TrackSpec {
  readonly id: string;
  /** Path below assets/music. */
  readonly file: string;
  readonly title: string;
  readonly phase: Phase;
  readonly intensity: 1 | 2 | 3 | 4 | 5;
  readonly seconds: number;
  /** Chord symbols of the set's chord book; first and last are the home chord. */
  readonly progression: readonly string[];
  readonly chordBook: ChordBook;
  /** Pitch classes a phrase may rest on besides the tones of the chord. */
  readonly scale: readonly number[];
  readonly voices: number;
  readonly register: Range;
  readonly layers: readonly Layer[];
  readonly reverb: ReverbShape;
  /** A loop keeps its full level at both ends; other tracks fade in and out. */
  readonly loop: boolean;
}

/** Chord symbol to "bass: tone tone tone", in note names. */
export type ChordBook = Readonly<Record<string, string>>;

export interface SetSpec {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly tracks: readonly TrackSpec[];
}

/** Linear factor of a level in dB. */
export function fromDb(db: number): number {
  return Math.pow(10, db / 20);
}

/** Frequency in Hz of a MIDI note number (A4 = 69 = 440 Hz). */
export function midiHz(midi: number): number {
  return 440 * Math.pow(2, (midi - 69) / 12);
}
