/**
 * Harmony: reads chord symbols, spreads them over the length of a track, and
 * leads the voices so that each moves as little as it can.
 */
import { Prng } from './prng.ts';
import type { ChordBook, TrackSpec } from './types.ts';

const NAMES: Readonly<Record<string, number>> = {
  C: 0,
  'C#': 1,
  D: 2,
  Eb: 3,
  E: 4,
  F: 5,
  'F#': 6,
  G: 7,
  'G#': 8,
  A: 9,
  Bb: 10,
  B: 11,
};

export interface Chord {
  /** Pitch class of the bass, and of the tones above it. */
  readonly bass: number;
  readonly tones: readonly number[];
}

/** One chord with its time in seconds and the MIDI notes of its voices, low to high. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly chord: Chord;
  readonly voices: readonly number[];
}

function pitchClass(name: string): number {
  const found = NAMES[name];
  if (found === undefined) throw new Error(`unknown note name "${name}"`);
  return found;
}

/** Reads "D: D A E F#". */
export function parseChord(text: string): Chord {
  const [bass, tones] = text.split(':');
  if (!bass || !tones) throw new Error(`chord "${text}" is not written as "bass: tones"`);
  return { bass: pitchClass(bass.trim()), tones: tones.trim().split(/\s+/).map(pitchClass) };
}

export function chordOf(book: ChordBook, symbol: string): Chord {
  const text = book[symbol];
  if (!text) throw new Error(`chord "${symbol}" is not in the chord book`);
  return parseChord(text);
}

/** MIDI notes of these pitch classes from `low` to `high`. */
export function notesIn(classes: readonly number[], low: number, high: number): number[] {
  const found: number[] = [];
  for (let midi = Math.ceil(low); midi <= high; midi++) {
    if (classes.includes(midi % 12)) found.push(midi);
  }
  return found;
}

/** What a voicing costs: movement, missing tones, crowding below, gaps, distance from the middle. */
function cost(voicing: readonly number[], before: readonly number[], chord: Chord, middle: number): number {
  let sum = 0;
  let centre = 0;
  voicing.forEach((note, i) => {
    const moved = Math.abs(note - (before[i] ?? note));
    sum += moved + 0.35 * moved * moved;
    const gap = i > 0 ? note - (voicing[i - 1] ?? note) : 7;
    if (gap <= 0) sum += 60;
    else if (gap < 3) sum += note < 62 ? 16 : 5;
    else if (gap > 9) sum += 3 * (gap - 9);
    centre += note;
  });
  for (const tone of chord.tones) {
    if (!voicing.some((note) => note % 12 === tone)) sum += 9;
  }
  return sum + 0.8 * Math.abs(centre / voicing.length - middle);
}

function bestVoicing(chord: Chord, before: readonly number[], spec: TrackSpec, middle: number): number[] {
  const candidates = before.map((note) =>
    notesIn(chord.tones, Math.max(spec.register[0], note - 7), Math.min(spec.register[1], note + 7)),
  );
  let best: number[] = [];
  let bestCost = Infinity;
  const walk = (index: number, chosen: number[]): void => {
    if (index === candidates.length) {
      const price = cost(chosen, before, chord, middle);
      if (price < bestCost) {
        bestCost = price;
        best = [...chosen];
      }
      return;
    }
    for (const note of candidates[index] ?? []) {
      if (note > (chosen.at(-1) ?? 0)) walk(index + 1, [...chosen, note]);
    }
  };
  walk(0, []);
  if (best.length === 0) throw new Error(`${spec.id}: no voicing within the register`);
  return best;
}

/**
 * Plans the chords of a track from `lead` seconds before its start until
 * `tail` seconds after its end. The first and last chord get more room than
 * the others, so that neighbouring tracks meet on long home chords.
 */
export function planHarmony(spec: TrackSpec, lead: number, tail: number): Segment[] {
  const rng = new Prng(`${spec.id} harmony`);
  const count = spec.progression.length;
  const weights = spec.progression.map((_, i) => (i === 0 || i === count - 1 ? 1.4 : rng.range(0.85, 1.15)));
  const unit = spec.seconds / weights.reduce((a, b) => a + b, 0);
  const [low, high] = spec.register;
  const spread = (high - low) / (spec.voices + 1);
  let before = Array.from({ length: spec.voices }, (_, i) => Math.round(low + spread * (i + 1)));
  let at = 0;
  return spec.progression.map((symbol, i) => {
    const chord = chordOf(spec.chordBook, symbol);
    // The whole texture rises by a fourth towards the middle of the track and comes back.
    const middle = (low + high) / 2 - 2.5 + 5 * Math.sin((Math.PI * i) / Math.max(1, count - 1));
    before = bestVoicing(chord, before, spec, middle);
    const start = i === 0 ? -lead : at;
    at += weights[i]! * unit;
    return { start, end: i === count - 1 ? spec.seconds + tail : at, chord, voices: before };
  });
}

/** The chord sounding at a time in seconds. */
export function segmentAt(plan: readonly Segment[], seconds: number): Segment {
  const found = plan.find((segment) => seconds < segment.end) ?? plan.at(-1);
  if (!found) throw new Error('an empty harmony has no chord');
  return found;
}
