/** Mixes the layers of one track, block by block, into two long sides. */
import { bassNotes, chordNotes, droneNotes, haloNotes, melodyNotes, strikes } from './arrange.ts';
import { Doubler } from './doubler.ts';
import { planHarmony, type Segment } from './harmony.ts';
import { master, type Mastered, type Stereo } from './master.ts';
import { NoiseSource } from './noise.ts';
import { PadSource } from './padvoice.ts';
import { TableBank } from './padtable.ts';
import { Prng } from './prng.ts';
import { Reverb } from './reverb.ts';
import { StruckSource } from './struck.ts';
import { BLOCK, SYNTH_RATE, fromDb, type Arc, type Layer, type TrackSpec } from './types.ts';

/** Seconds played before the first frame, so that a track begins inside its sound. */
const LEAD = 16;
const LOOP_LEAD = 40;
/** Seconds that the last chord is planned beyond the end. */
const TAIL = 12;

interface Source {
  add(frame: number, left: Float64Array, right: Float64Array): void;
}

/** What may be asked of a render besides the track itself. */
export interface RenderWish {
  /** Tables of earlier tracks, to save their building. */
  readonly bank?: TableBank;
  /** Only the first seconds. */
  readonly seconds?: number;
}

function sourceOf(
  layer: Layer,
  index: number,
  spec: TrackSpec,
  plan: readonly Segment[],
  bank: TableBank,
  from: number,
): Source {
  const seed = `${spec.id} layer ${index} ${layer.kind}`;
  const rng = new Prng(seed);
  switch (layer.kind) {
    case 'chords':
      return new PadSource(chordNotes(layer, spec, plan, rng), bank);
    case 'bass':
      return new PadSource(bassNotes(layer, plan, rng), bank);
    case 'drone':
      return new PadSource(droneNotes(layer, plan, rng), bank);
    case 'halo':
      return new PadSource(haloNotes(layer, plan, rng), bank);
    case 'melody':
      return new PadSource(melodyNotes(layer, spec, plan, rng), bank);
    case 'struck':
      return new StruckSource(strikes(layer, spec, plan, rng));
    case 'noise':
      return new NoiseSource(layer.preset, seed, from);
  }
}

/** Level in dB of an arc at `part` (0..1) of the track, with rounded corners. */
export function arcDb(arc: Arc, part: number): number {
  const at = Math.max(0, Math.min(1, part)) * (arc.length - 1);
  const index = Math.min(arc.length - 2, Math.floor(at));
  const from = arc[Math.max(0, index)] ?? 0;
  const to = arc[index + 1] ?? from;
  return from + (to - from) * (0.5 - 0.5 * Math.cos(Math.PI * (at - index)));
}

/** The mix of a track before mastering. */
export function mixTrack(spec: TrackSpec, wish: RenderWish = {}): Stereo {
  const seconds = Math.min(spec.seconds, wish.seconds ?? spec.seconds);
  const frames = Math.round(seconds * SYNTH_RATE);
  const total = spec.seconds * SYNTH_RATE;
  const lead = spec.loop ? LOOP_LEAD : LEAD;
  const plan = planHarmony(spec, lead, TAIL);
  const bank = wish.bank ?? new TableBank();
  const first = -lead * SYNTH_RATE;
  const sources = spec.layers.map((layer, i) => sourceOf(layer, i, spec, plan, bank, first));
  const reverb = new Reverb(spec.reverb);
  const left = new Doubler(2 * frames);
  const right = new Doubler(2 * frames);
  const [mixL, mixR, sendL, sendR, layerL, layerR] = Array.from({ length: 6 }, () => new Float64Array(BLOCK)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let frame = first; frame < frames + BLOCK; frame += BLOCK) {
    for (const bus of [mixL, mixR, sendL, sendR]) bus.fill(0);
    spec.layers.forEach((layer, i) => {
      layerL.fill(0);
      layerR.fill(0);
      sources[i]?.add(frame, layerL, layerR);
      const gain = fromDb(arcDb(layer.levelDb, frame / total));
      const step = (fromDb(arcDb(layer.levelDb, (frame + BLOCK) / total)) - gain) / BLOCK;
      const send = fromDb(layer.sendDb);
      for (let k = 0; k < BLOCK; k++) {
        const now = gain + step * k;
        const l = now * layerL[k]!;
        const r = now * layerR[k]!;
        mixL[k] = mixL[k]! + l;
        mixR[k] = mixR[k]! + r;
        sendL[k] = sendL[k]! + send * l;
        sendR[k] = sendR[k]! + send * r;
      }
    });
    reverb.add(frame, sendL, sendR, mixL, mixR);
    left.add(frame, mixL);
    right.add(frame, mixR);
  }
  return { left: left.out, right: right.out };
}

/** Renders and masters a track. */
export function renderTrack(spec: TrackSpec, wish: RenderWish = {}): Mastered {
  return master(mixTrack(spec, wish), spec.loop, spec.id);
}
