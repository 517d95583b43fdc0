import type { Author } from './event.ts';
import type { PumpRate, PumpTotal } from './pump-bodies.ts';
import type { Order } from './preparation-bodies.ts';
import { sessionAt } from './life.ts';
import type { Session } from './state.ts';

interface NoteOf {
  readonly noteId: string;
  readonly seq: number;
  readonly at: number;
  readonly lifeMs: number;
  readonly pressedLifeMs: number;
  readonly author: Author;
  /** Entered by mistake: it counts for nothing. `reason` null: taken back within seconds. */
  readonly withdrawn: { readonly reason: string | null; readonly seq: number } | null;
}
export type RateNote = NoteOf & { readonly kind: 'rate'; readonly rate: PumpRate };
export type TotalNote = NoteOf & { readonly kind: 'total'; readonly total: PumpTotal };
export type PumpNote = RateNote | TotalNote;

/** What was read off the pump, in the order of the entries. */
export interface PumpNotesOfSession {
  readonly pumpNotes: readonly PumpNote[];
}

export const noPumpNotes: PumpNotesOfSession = { pumpNotes: [] };

/** Milligrams an hour of a stated rate, by the concentration that the order names. */
export function mgPerHour({ unit, value }: PumpRate, { concentrationMgPerMl }: Order): number {
  return unit === 'mgPerHour' ? value : value * concentrationMgPerMl;
}

/** Milligrams of a stated total, by the concentration that the order names. */
export function mgOfTotal({ unit, value }: PumpTotal, { concentrationMgPerMl }: Order): number {
  return unit === 'mg' ? value : value * concentrationMgPerMl;
}

/** Notes that count, by the moment they are about. */
export function standingNotes({ pumpNotes }: PumpNotesOfSession): readonly PumpNote[] {
  return pumpNotes
    .filter(({ withdrawn }) => withdrawn === null)
    .toSorted((a, b) => a.lifeMs - b.lifeMs || a.seq - b.seq);
}

/** How much has run in, mg, and what that follows from: the pump's own total, a stated rate, or the order alone. */
export interface SoFar {
  readonly mg: number;
  readonly from: { readonly kind: 'total' | 'rate'; readonly at: number } | { readonly kind: 'order' };
}

const HOUR_MS = 3_600_000;

/**
 * About how much has run in at a moment of life time, mg, rounded to 0.1. The last total that was read counts; from there
 * it is reckoned on over the time that the pump has run since, at the rate that was stated last, else at the order's
 * milligrams over the planned time. Never more than the order, unless the pump itself said more. An estimate for the
 * telephone, shown as "about"; null without an order.
 */
export function givenSoFar(session: Session, atLifeMs: number): SoFar | null {
  const order = session.order?.order ?? null;
  if (order === null) return null;
  const notes = standingNotes(session).filter(({ lifeMs }) => lifeMs <= atLifeMs);
  const total = notes.findLast((note) => note.kind === 'total') ?? null;
  const rates = notes.filter((note) => note.kind === 'rate');
  const ran = (lifeMs: number) => sessionAt(session, lifeMs) ?? 0;
  const fromLifeMs = total?.lifeMs ?? -Infinity;
  const before = rates.findLast(({ lifeMs }) => lifeMs <= fromLifeMs);
  const base = total === null ? 0 : mgOfTotal(total.total, order);
  let mg = base;
  let ranMs = total === null ? 0 : ran(total.lifeMs);
  let perMs = session.plannedMs <= 0 ? 0 : order.mg / session.plannedMs;
  if (before !== undefined) perMs = mgPerHour(before.rate, order) / HOUR_MS;
  for (const note of rates.filter(({ lifeMs }) => lifeMs > fromLifeMs)) {
    mg += (ran(note.lifeMs) - ranMs) * perMs;
    ranMs = ran(note.lifeMs);
    perMs = mgPerHour(note.rate, order) / HOUR_MS;
  }
  mg += (ran(atLifeMs) - ranMs) * perMs;
  const most = Math.max(order.mg, base);
  const rate = rates.at(-1);
  return {
    mg: Math.round(Math.min(most, mg) * 10) / 10,
    from:
      total !== null
        ? { kind: 'total', at: total.at }
        : rate !== undefined
          ? { kind: 'rate', at: rate.at }
          : { kind: 'order' },
  };
}
