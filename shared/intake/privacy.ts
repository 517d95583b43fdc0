import type { Staff } from '../people/people.ts';
import type { Author, SessionEvent } from '../session/event.ts';
import type { Intention } from './choice.ts';

/**
 * Whether a member of staff may read an intention: everybody where it is for the care team; else the nurses, and who
 * handed the screen over, who is the patient's nurse today whatever their role.
 */
export function mayReadIntention({ readers }: Intention, { staffId, role }: Staff, handedBy: Author | null): boolean {
  if (readers === 'careTeam' || role === 'nurse') return true;
  return handedBy?.kind === 'staff' && handedBy.staffId === staffId;
}

/** The event as it may go to a window, or out in words: an intention is only ever read by asking for it. */
export function withoutIntention(event: SessionEvent): SessionEvent {
  const { body } = event;
  if (body.type !== 'intakeKept' || body.choice.intention === null) return event;
  return { ...event, body: { ...body, choice: { ...body.choice, intention: null } } };
}
