import type { LinkHealth } from '../../../shared/lights/lamps.ts';
import type { LinkParts } from '../link.ts';

/** So long without an error, ms, and a lost way counts as found: a node that is not there is reported every few seconds. */
export const QUIET_MS = 5_000;

/** What is known of a way on which nobody answers. */
export interface Health {
  readonly current: () => LinkHealth;
  readonly failed: (code: string) => void;
  /** A packet went out, or the way is open for one. */
  readonly good: () => void;
}

export function healthKeeper({ timers, wall, onHealth }: Pick<LinkParts, 'timers' | 'wall' | 'onHealth'>): Health {
  let health: LinkHealth = { kind: 'starting' };
  let failedAt = 0;
  const set = (next: LinkHealth): void => {
    health = next;
    onHealth(next);
  };
  return {
    current: () => health,
    failed: (code) => {
      failedAt = timers.now();
      if (health.kind !== 'lost') set({ kind: 'lost', since: wall(), code });
      else if (health.code !== code) set({ ...health, code });
    },
    good: () => {
      if (health.kind === 'unanswered') return;
      if (health.kind === 'lost' && timers.now() - failedAt < QUIET_MS) return;
      set({ kind: 'unanswered' });
    },
  };
}
