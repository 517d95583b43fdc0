/** Slow phrases over the harmony: when which note of a motif sounds, and for how long. */
import { notesIn, segmentAt, type Segment } from './harmony.ts';
import type { Prng } from './prng.ts';
import type { PhraseShape, TrackSpec } from './types.ts';

export interface PhraseNote {
  /** Seconds. */
  readonly start: number;
  readonly length: number;
  readonly midi: number;
  /** 0..1: the middle of a phrase is its fullest part. */
  readonly strength: number;
}

function nearest(list: readonly number[], wanted: number): number {
  return list.reduce((best, note) => (Math.abs(note - wanted) < Math.abs(best - wanted) ? note : best));
}

/** Chord tones, and for passing notes the scale too, without those a semitone off a chord tone. */
function steps(segment: Segment, spec: TrackSpec, low: number, high: number): number[] {
  const tones = segment.chord.tones;
  const passing = spec.scale.filter((pc) => !tones.some((t) => (t - pc + 12) % 12 === 1 || (pc - t + 12) % 12 === 1));
  return notesIn([...new Set([...tones, ...passing])], low, high);
}

/** One statement of the motif from `at`; returns its notes, which follow the chords beneath. */
function statement(shape: PhraseShape, spec: TrackSpec, plan: readonly Segment[], rng: Prng, at: number): PhraseNote[] {
  const [low, high] = shape.register;
  const opening = segmentAt(plan, at);
  const home = nearest(notesIn(opening.chord.tones, low, high), rng.range(low + 3, high - 3));
  const beat = rng.range(...shape.beat);
  const mirrored = rng.next() < 0.3 ? -1 : 1;
  const count = shape.motif.length;
  let start = at;
  return shape.motif.map(([step, weight], i) => {
    const segment = segmentAt(plan, start + 0.5);
    const ladder = steps(segment, spec, low, high);
    const foot = ladder.indexOf(nearest(ladder, home));
    const rung = ladder[Math.max(0, Math.min(ladder.length - 1, foot + mirrored * step))] ?? home;
    const rests = weight >= 2 || i === count - 1;
    const midi = rests ? nearest(notesIn(segment.chord.tones, low, high), rung) : rung;
    const length = beat * weight * rng.range(0.94, 1.08);
    const note = { start, length, midi, strength: 0.6 + 0.4 * Math.sin((Math.PI * (i + 0.7)) / (count + 0.4)) };
    start += length;
    return note;
  });
}

/** Statements with rests between, from the first seconds to the end of the track. */
export function phrases(
  shape: PhraseShape,
  spec: TrackSpec,
  plan: readonly Segment[],
  rng: Prng,
  to: number,
): PhraseNote[] {
  const notes: PhraseNote[] = [];
  let at = rng.range(...shape.rest) * 0.6;
  while (at < to) {
    const said = statement(shape, spec, plan, rng, at);
    notes.push(...said);
    const last = said.at(-1);
    at = (last ? last.start + last.length : at) + rng.range(...shape.rest);
  }
  return notes;
}

/** Single chord tones, far apart, wandering through the register. */
export function rain(shape: PhraseShape, plan: readonly Segment[], rng: Prng, to: number): PhraseNote[] {
  const notes: PhraseNote[] = [];
  const [low, high] = shape.register;
  let before = (low + high) / 2;
  let at = rng.range(...shape.beat);
  while (at < to) {
    const tones = notesIn(segmentAt(plan, at + 0.3).chord.tones, low, high).filter((n) => n !== before);
    const reach = tones.filter((n) => Math.abs(n - before) <= 9);
    const midi = rng.pick(reach.length > 0 ? reach : tones);
    notes.push({ start: at, length: 1, midi, strength: rng.range(0.45, 1) });
    before = midi;
    at += rng.range(...shape.beat);
  }
  return notes;
}

/**
 * A quiet figure of chord tones that goes up and down like a cradle. It
 * appears out of nothing, stays for a while and sinks back, so no first
 * stroke is ever heard.
 */
export function rocking(shape: PhraseShape, plan: readonly Segment[], rng: Prng, to: number): PhraseNote[] {
  const notes: PhraseNote[] = [];
  const [low, high] = shape.register;
  let at = rng.range(...shape.rest) * 0.5;
  while (at < to) {
    const spanSeconds = rng.range(45, 75);
    const beat = rng.range(...shape.beat);
    const from = at;
    for (let i = 0; at < from + spanSeconds && at < to; i++) {
      const ladder = notesIn(segmentAt(plan, at + 0.2).chord.tones, low, high);
      const step = shape.motif[i % shape.motif.length]?.[0] ?? 0;
      const midi = ladder[Math.max(0, Math.min(ladder.length - 1, step))];
      const swell = Math.sin((Math.PI * (at - from)) / spanSeconds);
      if (midi !== undefined) {
        notes.push({ start: at, length: beat, midi, strength: swell * swell * rng.range(0.75, 1) });
      }
      at += beat * rng.range(0.96, 1.05);
    }
    at += rng.range(...shape.rest);
  }
  return notes;
}
