import type { Lamp } from '../../../shared/lights/lamps.ts';
import type { FoundLamp } from '../link.ts';
import type { WledSegment, WledStrip } from './strip.ts';

const NAME_LENGTH = 60;
const MOST_SEGMENTS = 32;
const TWO_WHITES = 4;
/** What the strip takes as a temperature. */
const KELVIN = { min: 1_900, max: 10_000 };

/** The whole strip, and its segments where it has more than one. Throws as the strip does. */
export async function findWled(strip: WledStrip, signal: AbortSignal): Promise<readonly FoundLamp[]> {
  const { info, state } = await strip.whole(signal);
  const name = info.name.trim().slice(0, NAME_LENGTH) || 'WLED';
  const segments = state.seg.filter(({ id }) => id < MOST_SEGMENTS);
  const whites = segments.length > 0 && segments.every((segment) => kelvinOf(segment) !== null);
  const whole: FoundLamp = {
    name,
    target: { kind: 'wled', segment: null },
    dims: true,
    kelvin: whites ? KELVIN : null,
  };
  if (segments.length < 2) return [whole];
  return [whole, ...segments.map((segment) => segmentLamp(name, segment))];
}

function segmentLamp(strip: string, segment: WledSegment): FoundLamp {
  const own = segment.n?.trim() || String(segment.id + 1);
  return {
    name: `${strip} · ${own}`.slice(0, NAME_LENGTH),
    target: { kind: 'wled', segment: segment.id },
    dims: true,
    kelvin: kelvinOf(segment),
  };
}

function kelvinOf({ lc }: WledSegment): Lamp['kelvin'] {
  return (lc & TWO_WHITES) === 0 ? null : KELVIN;
}
