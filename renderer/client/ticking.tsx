import type { ReactElement } from 'react';
import type { ClockReading } from '../../shared/time/clock.ts';
import { useSecond } from './clock.ts';

/** A text that follows the clock. Of all around it, it alone is drawn again, and only when it reads differently. */
export function Ticking({ text }: { readonly text: (now: ClockReading) => string }): ReactElement {
  return <>{useSecond(text)}</>;
}
