import { eventSign, type ChartEvent } from '../../shared/chart/events.ts';

const names = {
  mark: 'mark',
  given: 'given',
  declined: 'declined',
  called: 'doctor',
  answered: 'doctor',
  notReached: 'doctor',
  adverse: 'adverse',
  up: 'up',
  back: 'back',
  pump: 'pump',
  missing: 'missing',
  emergency: 'emergency',
  emergencyOver: 'emergency',
  timeUp: 'timeUp',
} as const satisfies Record<ChartEvent['kind'], string>;

/** A sign, and its name in the catalogue under `chart.key`. */
export interface EventKey {
  readonly name: Exclude<(typeof names)[ChartEvent['kind']], 'timeUp'>;
  readonly sign: string;
}

/** The signs of these events, each once: where a chart is crowded, no words stand beside them. */
export function eventKeys(events: readonly ChartEvent[]): readonly EventKey[] {
  const signs = new Map<EventKey['name'], string>();
  for (const event of events) {
    const name = names[event.kind];
    const sign = eventSign(event);
    if (name !== 'timeUp' && sign !== null) signs.set(name, sign);
  }
  return [...signs].map(([name, sign]) => ({ name, sign }));
}
