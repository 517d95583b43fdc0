import type { SessionEvent } from '../session/event.ts';

/** Who signed later for entries of the locked screen: seq of the entry, id of the staff member. */
export function claims(events: readonly SessionEvent[]): ReadonlyMap<number, string> {
  return new Map(
    events.flatMap(({ body, author }) =>
      body.type === 'claimed' && author.kind === 'staff' ? body.seqs.map((seq) => [seq, author.staffId] as const) : [],
    ),
  );
}
