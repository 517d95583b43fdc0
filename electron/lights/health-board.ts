import type { Lamp, LinkHealth } from '../../shared/lights/lamps.ts';
import type { LampHealth, LightsSetup } from '../../shared/lights/setup.ts';
import type { DriverOutcome } from './lights.ts';

/** Since when a lamp did not do what it was told, epoch ms, and why. */
type Lost = { readonly since: number; readonly code: string };

/** Who answers and who does not, since when. */
export interface HealthBoard {
  readonly link: (connectionId: string, health: LinkHealth) => void;
  readonly of: (connectionId: string) => LinkHealth | null;
  /** A connection that is gone, or is opened anew. */
  readonly forget: (connectionId: string) => void;
  /** A lamp that did not arrive where its fade led. */
  readonly lost: (lampId: string, code: string) => void;
  /** How a scene ended at each lamp. */
  readonly outcomes: (outcomes: readonly DriverOutcome[]) => void;
  readonly view: () => LampHealth;
}

/** @param wall epoch ms. @param onHealth told at every change of what can be seen. */
export function createHealthBoard(
  setup: () => LightsSetup,
  wall: () => number,
  onHealth: (view: LampHealth) => void,
): HealthBoard {
  const links = new Map<string, LinkHealth>();
  const lamps = new Map<string, Lost>();

  const lostOf = ({ id, connectionId }: Lamp): Lost | null => {
    const link = links.get(connectionId);
    const own = lamps.get(id) ?? null;
    if (link?.kind !== 'lost') return own;
    return own !== null && own.since < link.since ? own : { since: link.since, code: link.code };
  };
  const view = (): LampHealth => {
    const { connections, lamps: all } = setup();
    return {
      connections: connections.map(({ id }) => ({ id, health: links.get(id) ?? { kind: 'starting' } })),
      lamps: all.map((lamp) => ({ id: lamp.id, lost: lostOf(lamp) })),
    };
  };
  const show = (): void => onHealth(view());
  const note = (lampId: string, code: string): void => {
    const since = lamps.get(lampId)?.since ?? wall();
    lamps.set(lampId, { since, code });
  };

  return {
    view,
    of: (connectionId) => links.get(connectionId) ?? null,
    link: (connectionId, health) => {
      const before = links.get(connectionId);
      // It was lost all the time between two words of it.
      const since = before?.kind === 'lost' && health.kind === 'lost' ? before.since : null;
      links.set(connectionId, since === null || health.kind !== 'lost' ? health : { ...health, since });
      if (health.kind === 'ok') {
        for (const lamp of setup().lamps) if (lamp.connectionId === connectionId) lamps.delete(lamp.id);
      }
      show();
    },
    forget: (connectionId) => {
      links.delete(connectionId);
      show();
    },
    lost: (lampId, code) => {
      note(lampId, code);
      show();
    },
    outcomes: (outcomes) => {
      const known = new Set(setup().lamps.map(({ id }) => id));
      for (const { driver, outcome } of outcomes) {
        if (!known.has(driver)) continue;
        if (outcome.kind === 'sent') lamps.delete(driver);
        else if (outcome.kind === 'timeout') note(driver, 'timeout');
        else if (outcome.code !== 'superseded') note(driver, outcome.code);
      }
      show();
    },
  };
}
