import type { SessionBody } from '../../shared/session/event-bodies.ts';
import type { SessionEvent } from '../../shared/session/event.ts';

/** A choice that the patient went on with: only how they left it stands in the short list. */
export function isChoiceStep(events: readonly Pick<SessionEvent, 'body'>[], index: number): boolean {
  const ofPatient = (body: SessionBody | undefined) => body?.type === 'intakeKept' && body.by === 'patient';
  if (!ofPatient(events[index]?.body)) return false;
  const rest = events.slice(index + 1);
  const again = rest.findIndex(({ body }) => body.type === 'intakeOpened');
  return (again < 0 ? rest : rest.slice(0, again)).some(({ body }) => ofPatient(body));
}
