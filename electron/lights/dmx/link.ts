import { zoneOf } from '../../../shared/lights/level-at.ts';
import type { ConnectionOf, Lamp } from '../../../shared/lights/lamps.ts';
import type { Scene } from '../../../shared/lights/scene.ts';
import type { LightLink, LinkParts } from '../link.ts';
import type { LightDriver, Outcome } from '../port.ts';
import { dimmers } from './dimmers.ts';
import type { Packets } from './e131.ts';
import { startFrames, type FrameClock } from './frame-clock.ts';
import { healthKeeper } from './health.ts';
import { openWire, type WireTarget } from './wire.ts';

/** A way that is lost is tried again so often, ms. */
export const REOPEN_MS = 2_000;

type DmxConnection = ConnectionOf<'sacn' | 'artnet'>;

/**
 * One universe: its lamps share one frame, sent at the connection's rate from the first scene on, also while nothing
 * changes. A scene goes out at once where none did within the last frame, otherwise with the next one; full always.
 */
export function openDmxLink(
  connection: DmxConnection,
  lamps: readonly Lamp[],
  parts: LinkParts,
  target: WireTarget,
  packets: Packets,
): LightLink {
  const { timers } = parts;
  const frameMs = 1000 / connection.frameRate;
  const health = healthKeeper(parts);
  const wire = openWire(target, health.failed);
  const universe = dimmers(lamps, parts.onLost);
  let frames: FrameClock | null = null;
  let closed = false;
  let underWay = 0;
  /** When a scene last went out between two frames. */
  let betweenAt = -Infinity;
  /** Those that wait for the next packet. */
  const waiting: ((outcome: Outcome) => void)[] = [];
  let atOnce = false;

  const reopen = async (): Promise<void> => {
    const code = await wire.open();
    if (closed) return;
    if (code !== null) return health.failed(code);
    universe.resume(timers.now());
    health.good();
  };
  let cancelReopening = (): void => undefined;
  const keepOpen = (): void => {
    if (closed) return;
    if (!wire.isOpen()) void reopen();
    cancelReopening = timers.after(REOPEN_MS, keepOpen);
  };

  /** One packet with all lamps as they stand at a moment, and its outcome for all who wait for one. */
  const sendFrame = async (at: number): Promise<void> => {
    const told = waiting.splice(0);
    const { slots, arrived } = universe.drawn(at);
    underWay += 1;
    const code = wire.isOpen() ? await wire.send(packets.frame(slots)) : null;
    underWay -= 1;
    if (code !== null) health.failed(code);
    else if (wire.isOpen()) health.good();
    // What the network said of earlier packets stands: this one went to where nobody is.
    const state = health.current();
    const failure = code ?? (state.kind === 'lost' ? state.code : null);
    arrived(failure);
    const outcome: Outcome = failure === null ? { kind: 'sent' } : { kind: 'failed', code: failure };
    for (const tell of told) tell(outcome);
  };

  const onDeadline = (at: number): void => {
    // Who waits is told by the opening that is under way. A network that takes no packets gets none behind them: the
    // next frame says it all.
    if (underWay === 0 && (wire.isOpen() || waiting.length === 0)) void sendFrame(at);
  };

  const begin = (): FrameClock => (frames ??= startFrames(timers, connection.frameRate, onDeadline));

  /** All lamps that are told something in one go leave in one packet. */
  const sendAtOnce = (): void => {
    if (atOnce) return;
    atOnce = true;
    queueMicrotask(() => void now());
  };
  const now = async (): Promise<void> => {
    if (!wire.isOpen()) await reopen();
    atOnce = false;
    if (closed) return;
    betweenAt = timers.now();
    begin().wentOut();
    await sendFrame(betweenAt);
  };

  const lead = (lamp: Lamp, scene: Scene, fadeMs: number, hurry: boolean): Promise<Outcome> => {
    const wish = zoneOf(scene, lamp.zone);
    if (closed) return Promise.resolve({ kind: 'failed', code: 'closed' });
    if (wish === null) return Promise.resolve({ kind: 'sent' });
    universe.lead(lamp.id, wish.level, fadeMs, timers.now());
    const outcome = new Promise<Outcome>((resolve) => waiting.push(resolve));
    if (hurry || frames === null || !wire.isOpen() || timers.now() - betweenAt >= frameMs) sendAtOnce();
    return outcome;
  };

  const driverOf = (lamp: Lamp): LightDriver => ({
    id: lamp.id,
    capabilities: { zones: [lamp.zone], kelvin: null, ownFades: true, minimumLevel: lamp.minimumLevel },
    send: (scene, fadeMs) => lead(lamp, scene, fadeMs, false),
    full: (scene) => lead(lamp, scene, 0, true),
  });

  keepOpen();
  return {
    connectionId: connection.id,
    drivers: lamps.map(driverOf),
    health: health.current,
    find: () => Promise.resolve([]),
    close: async () => {
      if (closed) return;
      closed = true;
      cancelReopening();
      frames?.stop();
      for (const tell of waiting.splice(0)) tell({ kind: 'failed', code: 'closed' });
      if (frames !== null && wire.isOpen()) {
        await Promise.all(packets.ending(universe.drawn(timers.now()).slots).map((packet) => wire.send(packet)));
      }
      await wire.close();
    },
  };
}
