import { withoutIntention } from '../intake/privacy.ts';
import type { SessionEvent } from '../session/event.ts';

/** A session's events as they may leave the app. */
export interface AgreedEvents {
  readonly events: readonly SessionEvent[];
  /** Some intention stands in the record and not here. */
  readonly intentionLeftOut: boolean;
}

/**
 * The events with every intention taken out that the patient did not agree to see exported. Their last word counts: where
 * the choice as it stands has none, or one that is to stay here, no earlier one leaves either. What they told the nurse of
 * it was never asked for: it stays.
 */
export function agreedEvents(events: readonly SessionEvent[]): AgreedEvents {
  const kept = events.findLast(({ body }) => body.type === 'intakeKept');
  const agrees = kept?.body.type === 'intakeKept' && kept.body.choice.intention?.inExport === true;
  const told = events.map((event) => agreedEvent(event, agrees));
  return { events: told, intentionLeftOut: told.some((event, index) => event !== events[index]) };
}

function agreedEvent(event: SessionEvent, agrees: boolean): SessionEvent {
  const { body } = event;
  if (body.type === 'wishesNoted' && body.intention !== null) return { ...event, body: { ...body, intention: null } };
  if (body.type !== 'intakeKept' || body.choice.intention === null) return event;
  return agrees && body.choice.intention.inExport ? event : withoutIntention(event);
}
