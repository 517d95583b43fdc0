import type { ConnectionOf, Lamp, LinkHealth } from '../../../shared/lights/lamps.ts';
import { LightError } from '../limited.ts';
import type { OpenLink } from '../link.ts';
import { createPacing, type Pace } from '../pacing.ts';
import type { LightDriver, Timers } from '../port.ts';
import { pause } from '../within.ts';
import { findWled } from './find.ts';
import { wledStrip, type WledStrip } from './strip.ts';
import { wledDriver } from './wled-driver.ts';

/** A strip is a small computer: one message at a time, ten a second at most. */
const ordinaryPace: Pace = { everyMs: { lamp: 100, group: 100 }, atOnce: 1, finishes: false, holdsMs: 1_000 };
const fullPace: Pace = { everyMs: { lamp: 0, group: 0 }, atOnce: 2, finishes: true, holdsMs: 80 };

/** A strip tells nothing by itself: it is asked now and then, ms; sooner where it did not answer. */
export const ASK_EVERY_MS = 30_000;
export const ASK_LOST_MS = 5_000;

/** A way to one WLED strip, by its JSON interface. It has no secret and no encryption: it belongs in a network of its own. */
export const openWled: OpenLink<ConnectionOf<'wled'>> = (connection, lamps, parts) => {
  const { timers } = parts;
  const strip = wledStrip(connection.host, timers);
  const ordinary = createPacing(timers, ordinaryPace);
  const emergency = createPacing(timers, fullPace);
  const closing = new AbortController();
  let health: LinkHealth = { kind: 'starting' };

  void watch(strip, timers, closing.signal, (code) => {
    const since = health.kind === 'lost' ? health.since : parts.wall();
    const next: LinkHealth = code === null ? { kind: 'ok' } : { kind: 'lost', since, code };
    if (next.kind === health.kind && (health.kind !== 'lost' || health.code === code)) return;
    health = next;
    parts.onHealth(next);
  });

  const open = (lamp: Lamp): LightDriver => {
    const { target } = lamp;
    if (target.kind !== 'wled') return otherKind(lamp);
    const onLost = (code: string): void => parts.onLost(lamp.id, code);
    return wledDriver({ lamp, target, strip, timers, ordinary, emergency, onLost, closed: closing.signal });
  };

  return {
    connectionId: connection.id,
    drivers: lamps.map(open),
    health: () => health,
    find: (signal) => findWled(strip, signal),
    close: async () => {
      closing.abort();
      ordinary.drop();
      emergency.drop();
      strip.close();
    },
  };
};

/** Asks the strip how it is until told to stop; null is well. */
async function watch(
  strip: WledStrip,
  timers: Timers,
  signal: AbortSignal,
  onCode: (code: string | null) => void,
): Promise<void> {
  while (!signal.aborted) {
    const code = await strip.state(signal).then(
      () => null,
      (problem: unknown) => (problem instanceof LightError ? problem.code : 'unreachable'),
    );
    if (signal.aborted) return;
    // Too much to do is a sign of life.
    onCode(code === 'busy' ? null : code);
    await pause(timers, code === null ? ASK_EVERY_MS : ASK_LOST_MS, signal);
  }
}

function otherKind({ id, zone, kelvin, minimumLevel }: Lamp): LightDriver {
  return {
    id,
    capabilities: { zones: [zone], kelvin, ownFades: true, minimumLevel },
    send: async () => ({ kind: 'failed', code: 'otherKind' }),
  };
}
