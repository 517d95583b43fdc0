/** Turns the layers of a track, over its planned harmony, into notes that the voices can play. */
import { notesIn, segmentAt, type Segment } from './harmony.ts';
import type { PadNote } from './padvoice.ts';
import { phrases, rain, rocking, type PhraseNote } from './phrases.ts';
import type { Prng } from './prng.ts';
import type { Strike } from './struck.ts';
import {
  SYNTH_RATE,
  fromDb,
  type BassLayer,
  type ChordLayer,
  type DroneLayer,
  type HaloLayer,
  type MelodyLayer,
  type PadShape,
  type StruckLayer,
  type TrackSpec,
} from './types.ts';

interface Placed {
  /** Seconds of sound, attack and release included. */
  readonly start: number;
  readonly end: number;
  readonly attack: number;
  readonly release: number;
  readonly midi: number;
  readonly gainDb: number;
  readonly pan: number;
  readonly vibratoCents: number;
}

function padNote(shape: PadShape, placed: Placed, rng: Prng): PadNote {
  const length = placed.end - placed.start;
  const attack = Math.min(placed.attack, length / 2);
  const release = Math.min(placed.release, length / 2);
  return {
    start: Math.round(placed.start * SYNTH_RATE),
    end: Math.round(placed.end * SYNTH_RATE),
    attack: attack * SYNTH_RATE,
    release: release * SYNTH_RATE,
    timbre: shape.timbre,
    midi: placed.midi,
    gainDb: placed.gainDb,
    width: shape.width,
    pan: placed.pan,
    swellDb: shape.swellDb,
    swell: { hz: 1 / rng.range(...shape.swellSeconds), turn: rng.next() },
    brightLow: shape.bright[0],
    brightHigh: shape.bright[1],
    bright: { hz: 1 / rng.range(21, 47), turn: rng.next() },
    vibratoCents: placed.vibratoCents,
    heads: [rng.next(), rng.next()],
  };
}

/** A line of pitches over the segments; equal neighbours become one long note. */
function heldLine(
  plan: readonly Segment[],
  pitch: (segment: Segment, before: number) => number,
): [number, number, number][] {
  const line: [start: number, end: number, midi: number][] = [];
  for (const segment of plan) {
    const last = line.at(-1);
    const midi = pitch(segment, last?.[2] ?? 0);
    if (last && last[2] === midi) last[1] = segment.end;
    else line.push([segment.start, segment.end, midi]);
  }
  return line;
}

export function chordNotes(layer: ChordLayer, spec: TrackSpec, plan: readonly Segment[], rng: Prng): PadNote[] {
  const voices = spec.voices;
  return Array.from({ length: voices }, (_, v) => v).flatMap((v) => {
    // Voices change one after another, so that a chord melts into the next.
    const late = rng.range(-0.2, 1) * 2.5;
    const pan = voices > 1 ? (v % 2 === 0 ? -1 : 1) * (0.2 + (0.35 * v) / voices) : 0;
    return heldLine(plan, (segment) => segment.voices[v] ?? segment.voices[0] ?? 60).map(([start, end, midi]) =>
      padNote(
        layer,
        {
          start: start + late - layer.attack / 2,
          end: end + late + layer.release / 2,
          attack: layer.attack,
          release: layer.release,
          midi: midi + 12 * layer.octave,
          gainDb: -10 * Math.log10(voices) - 0.7 * v,
          pan,
          vibratoCents: 0,
        },
        rng,
      ),
    );
  });
}

export function bassNotes(layer: BassLayer, plan: readonly Segment[], rng: Prng): PadNote[] {
  const [low, high] = layer.register;
  return heldLine(plan, (segment, before) => {
    const options = notesIn([segment.chord.bass], low, high);
    const from = before || (low + high) / 2;
    return options.reduce((a, b) => (Math.abs(b - from) < Math.abs(a - from) ? b : a), options[0] ?? low);
  }).map(([start, end, midi]) =>
    padNote(
      layer,
      {
        start: start - layer.attack / 2,
        end: end + layer.release / 2,
        attack: layer.attack,
        release: layer.release,
        midi,
        gainDb: 0,
        pan: 0,
        vibratoCents: 0,
      },
      rng,
    ),
  );
}

export function droneNotes(layer: DroneLayer, plan: readonly Segment[], rng: Prng): PadNote[] {
  const start = plan[0]?.start ?? 0;
  const end = plan.at(-1)?.end ?? 0;
  return layer.notes.map((midi, i) =>
    padNote(
      layer,
      {
        start: start - 1,
        end: end + 10,
        attack: 6,
        release: 8,
        midi,
        gainDb: -2 * i,
        pan: i === 0 ? 0 : rng.range(-0.2, 0.2),
        vibratoCents: 0,
      },
      rng,
    ),
  );
}

export function haloNotes(layer: HaloLayer, plan: readonly Segment[], rng: Prng): PadNote[] {
  const [low, high] = layer.register;
  const last = plan.at(-1)?.end ?? 0;
  const notes: PadNote[] = [];
  let at = (plan[0]?.start ?? 0) + rng.range(0, layer.every[0]);
  while (at < last) {
    const wanted = rng.range(...layer.length);
    const segment = segmentAt(plan, at + 1);
    const later = segmentAt(plan, at + wanted - 2).chord.tones;
    const shared = segment.chord.tones.filter((tone) => later.includes(tone));
    const end =
      shared.length > 0 ? at + wanted : Math.max(at + layer.length[0] / 2, Math.min(at + wanted, segment.end + 2));
    const midi = rng.pick(notesIn(shared.length > 0 ? shared : segment.chord.tones, low, high));
    notes.push(
      padNote(
        layer,
        {
          start: at,
          end,
          attack: (end - at) * 0.5,
          release: (end - at) * 0.5,
          midi,
          gainDb: rng.range(-4, 0),
          pan: rng.range(-0.7, 0.7),
          vibratoCents: 0,
        },
        rng,
      ),
    );
    at += rng.range(...layer.every);
  }
  return notes;
}

export function melodyNotes(layer: MelodyLayer, spec: TrackSpec, plan: readonly Segment[], rng: Prng): PadNote[] {
  const pan = rng.range(-0.2, 0.2);
  return phrases(layer, spec, plan, rng, spec.seconds).map((note) =>
    padNote(
      layer,
      {
        start: note.start - layer.attack * 0.4,
        end: note.start + note.length + layer.release * 0.6,
        attack: layer.attack,
        release: layer.release,
        midi: note.midi,
        gainDb: -8 * (1 - note.strength),
        pan,
        vibratoCents: layer.vibratoCents,
      },
      rng,
    ),
  );
}

export function strikes(layer: StruckLayer, spec: TrackSpec, plan: readonly Segment[], rng: Prng): Strike[] {
  const made: PhraseNote[] =
    layer.pattern === 'phrases'
      ? phrases(layer, spec, plan, rng, spec.seconds)
      : layer.pattern === 'rain'
        ? rain(layer, plan, rng, spec.seconds)
        : rocking(layer, plan, rng, spec.seconds);
  const [low, high] = layer.register;
  const middle = (low + high) / 2;
  return made.map((note) => ({
    start: Math.round(note.start * SYNTH_RATE),
    instrument: layer.instrument,
    midi: note.midi,
    // High tones are softened: the ear finds them first.
    gain: note.strength * fromDb(-0.25 * (note.midi - middle)),
    pan: Math.max(-0.75, Math.min(0.75, ((note.midi - middle) / Math.max(6, high - low)) * 0.6 + rng.range(-0.4, 0.4))),
  }));
}
