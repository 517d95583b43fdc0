import type { Session } from './state.ts';

/** Who had the room, from when. Life time as everywhere; `at` epoch ms for display. */
export interface Watch {
  readonly staffId: string;
  readonly lifeMs: number;
  readonly at: number;
}

/** Who has the room now; null where nobody has said so. */
export function holderOf(session: Session): string | null {
  return session.watch.at(-1)?.staffId ?? null;
}

/** Who had it at a moment of life time; null before anybody had. */
export function holderAt(session: Session, lifeMs: number): string | null {
  return session.watch.findLast((entry) => entry.lifeMs <= lifeMs)?.staffId ?? null;
}
