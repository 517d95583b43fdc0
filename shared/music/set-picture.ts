import { hex } from './colour.ts';
import { musicPhases, type Track as WholeTrack } from './set.ts';

/** Size of the ground a picture is drawn on; all its figures are in these units. */
export const PICTURE = { width: 400, height: 360 } as const;

/** What of a track and of a set a picture is made from. */
type Track = Pick<WholeTrack, 'phase' | 'intensity' | 'durationMs' | 'truePeakDb'>;
export interface Drawn {
  readonly title: string;
  readonly tracks: readonly Track[];
}

/** One hill, from its skyline to the ground. */
export interface Hill {
  /** Path in SVG's words. */
  readonly path: string;
  readonly colour: string;
}

/** A landscape that stands for a set: a sky, a moon, and hills from the farthest to the nearest. */
export interface Picture {
  readonly sky: string;
  readonly moon: { readonly x: number; readonly y: number; readonly radius: number; readonly colour: string };
  readonly hills: readonly Hill[];
}

/** Points of a skyline, and how far apart they are. */
const POINTS = 9;
const STEP = PICTURE.width / (POINTS - 1);

/** Chosen so that the built-in sets look like their names: sand, water, leaves. */
const SEED = 195_150;

/**
 * The picture of a set, out of the music itself. Each phase is a hill, the arrival farthest: the stronger its music, the
 * higher and the more uneven its skyline, track by track. The moon stands where in the hour the strongest music does, and
 * is the larger the softer the set is. The hue comes from the set's title alone, so that it stays when a track is changed.
 */
export function pictureOf(set: Drawn): Picture {
  const hue = hueOf(set.title);
  const phases = musicPhases.map((phase) => set.tracks.filter((track) => track.phase === phase));
  const strength = mean(set.tracks.map(({ intensity }) => intensity));
  const aside = random(`${set.title} moon`)();
  const radius = Math.round(52 - 5 * strength);
  const place = Math.round(PICTURE.width * (0.22 + 0.44 * peakPlace(set.tracks) + 0.24 * aside));
  return {
    sky: hex({ l: 0.27, c: 0.035, h: hue }),
    moon: {
      // Whole, also where the strongest comes last.
      x: Math.min(place, PICTURE.width - radius),
      y: Math.round(PICTURE.height * (0.34 - 0.03 * strength)),
      radius,
      colour: hex({ l: 0.76, c: 0.09, h: hue + 18 }),
    },
    hills: phases.map((tracks, layer) => ({
      path: skyline(tracks, layer, random(`${set.title} ${layer}`)),
      colour: hex({ l: 0.5 - 0.048 * layer, c: 0.075 - 0.008 * layer, h: hue + 4 * layer }),
    })),
  };
}

/** The hill's outline as a smooth curve; a phase without music is a calm one. */
function skyline(tracks: readonly Track[], layer: number, next: () => number): string {
  const base = PICTURE.height * (0.32 + 0.1 * layer);
  const phase = next() * Math.PI * 2;
  const ripple = next() * Math.PI * 2;
  const turns = 0.7 + next() * 0.7;
  const heights = Array.from({ length: POINTS }, (_, index) => {
    const share = index / (POINTS - 1);
    const strength = strengthAt(tracks, share);
    const turn = share * turns * Math.PI * 2;
    const swell = Math.sin(phase + turn) * (9 + 5 * strength) + Math.sin(ripple + turn * 1.9) * (2 + strength);
    return base - swell - strength * 6 - loudnessLift(tracks, share);
  });
  return `${curve(heights)} L ${PICTURE.width} ${PICTURE.height} L 0 ${PICTURE.height} Z`;
}

/** Straight cubic pieces with level ends: never above what the points say. */
function curve(heights: readonly number[]): string {
  return heights
    .map((height, index) => {
      const y = round(height);
      if (index === 0) return `M 0 ${y}`;
      const x = index * STEP;
      const before = round(heights[index - 1] ?? height);
      const from = slope(heights, index - 1);
      const to = slope(heights, index);
      return `C ${round(x - (STEP * 2) / 3)} ${round(before + from)} ${round(x - STEP / 3)} ${round(y - to)} ${round(x)} ${y}`;
    })
    .join(' ');
}

/** A third of the way a curve goes through a point, so that pieces meet without a corner. */
function slope(heights: readonly number[], index: number): number {
  const before = heights[index - 1] ?? heights[index] ?? 0;
  const after = heights[index + 1] ?? heights[index] ?? 0;
  return (after - before) / 6;
}

/** How strong the music is at a share of the phase, 0 to 5, gliding from track to track. */
function strengthAt(tracks: readonly Track[], share: number): number {
  return glide(
    tracks.map(({ intensity }) => intensity),
    share,
    0.5,
  );
}

/** What is louder or longer than the others lifts the hill a little. */
function loudnessLift(tracks: readonly Track[], share: number): number {
  const lift = glide(
    tracks.map(
      ({ truePeakDb, durationMs }) => Math.max(-14, Math.min(0, truePeakDb)) + Math.min(10, durationMs / 60_000),
    ),
    share,
    -7,
  );
  return (lift + 10) * 1.5;
}

function glide(values: readonly number[], share: number, otherwise: number): number {
  const at = share * (values.length - 1);
  const low = values[Math.floor(at)];
  const high = values[Math.ceil(at)];
  if (low === undefined || high === undefined) return otherwise;
  return low + (high - low) * (at - Math.floor(at));
}

/** Where in the set its strongest track begins, as a share of its length. */
function peakPlace(tracks: readonly Track[]): number {
  const inOrder = tracks.toSorted((a, b) => musicPhases.indexOf(a.phase) - musicPhases.indexOf(b.phase));
  const most = Math.max(...inOrder.map(({ intensity }) => intensity));
  const at = inOrder.findIndex(({ intensity }) => intensity === most);
  const whole = sum(inOrder.map(({ durationMs }) => durationMs));
  return whole === 0 ? 0.5 : sum(inOrder.slice(0, Math.max(0, at)).map(({ durationMs }) => durationMs)) / whole;
}

function hueOf(title: string): number {
  return Math.round(random(title)() * 360);
}

/** A row of numbers 0 to 1 that follows from a text alone (FNV-1a into mulberry32). */
function random(text: string): () => number {
  let state = 2_166_136_261 ^ SEED;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
