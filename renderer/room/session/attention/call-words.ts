import type { TFunction } from 'i18next';
import type { Protocol } from '../../../../shared/protocol/schema.ts';
import type { ReadingCall } from '../../../../shared/session/reading-call.ts';
import { readingName } from '../countdown/upcoming.tsx';

/** Which reading it is: `BP and SpO₂ (+30)`, what is left of it: `SpO₂ (+30)`, or why it is proposed. */
export function callWords(t: TFunction, protocol: Protocol, { dueId, why, missing }: ReadingCall): string {
  return why === null ? readingName(t, protocol, dueId ?? '', missing) : t(`attention.proposed.${why}`);
}
