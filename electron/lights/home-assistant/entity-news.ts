import type { Entities } from './messages.ts';

/** What Home Assistant says of one entity. */
export interface EntityNews {
  readonly kind: 'there' | 'away' | 'gone';
  readonly on: boolean | null;
  /** Whether it fades by itself. */
  readonly fades: boolean;
  /** 0 to 255; null where it does not say. */
  readonly brightness: number | null;
}

/** Bit of `supported_features` of a light: it takes a transition. */
const TRANSITION = 32;

/** Until it is heard of, an entity counts as one that is there and fades. */
export const UNHEARD: EntityNews = { kind: 'there', on: null, fades: true, brightness: null };

/** What is known of an entity after an event; the same object where the event says nothing of it. */
export function afterEvent(known: EntityNews, entity: string, { a, c, r }: Entities): EntityNews {
  if (r?.includes(entity) === true) return { ...known, kind: 'gone' };
  const whole = a?.[entity];
  // The first event tells all there are, of those that were asked for.
  if (a !== undefined && whole === undefined && known === UNHEARD) return { ...known, kind: 'gone' };
  const news = whole ?? c?.[entity]?.['+'];
  if (news === undefined) return known;
  const state = news.s ?? null;
  const { supported_features: features, brightness } = news.a ?? {};
  return {
    kind: state === null ? known.kind : state === 'unavailable' ? 'away' : 'there',
    on: state === 'on' ? true : state === 'off' ? false : known.on,
    fades: typeof features === 'number' ? (features & TRANSITION) !== 0 : known.fades,
    brightness: brightness === undefined ? known.brightness : levelOf(brightness),
  };
}

function levelOf(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 255 ? value : null;
}
