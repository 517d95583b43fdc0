import { takeReading } from '../archive/readings.ts';
import type { Sitting } from '../archive/sitting.ts';
import { readingOf } from './body.ts';
import { MINUTE_MS } from './calendar.ts';
import type { VisitCast } from './cast.ts';

/**
 * Blood pressure over the limit before the start: rest, another cuff, another try, and then the prescriber's decision by
 * telephone. False where it is not today.
 */
export function passGate(sitting: Sitting, cast: VisitCast): boolean {
  const { random } = sitting;
  const high = cast.planned.story === 'tooHigh';
  const again = (systolic: number, diastolic: number): void => {
    const readingId = takeReading(sitting, { ...readingOf(cast.body, 0, random), systolic, diastolic }, 0);
    sitting.pass(10_000).press({ type: 'acceptBaseline', readingId });
  };
  again(high ? random.whole(166, 174) : random.whole(146, 152), high ? random.whole(98, 104) : random.whole(88, 94));
  sitting.press({ type: 'beginBaselineRest' }).pass(5 * MINUTE_MS + 20_000);
  again(high ? random.whole(160, 166) : random.whole(142, 146), high ? random.whole(94, 100) : random.whole(84, 90));
  const reading = sitting.session.readings.at(-1);
  if (reading !== undefined) sitting.press({ type: 'noteCuff', readingId: reading.readingId, cuff: 'large' });
  sitting.pass(3 * MINUTE_MS);
  const { prescriber } = cast;
  const by = {
    ...{ kind: 'telephone' as const, prescriber: prescriber.name, staffId: prescriber.staffId },
    ...{ at: sitting.now().wallMs - 60_000, readBack: true as const },
  };
  const reason = high
    ? 'Not with this pressure: to the family doctor this week'
    : 'Runs high here, no symptoms: start, large cuff';
  sitting.press({ type: 'decideGate', decision: high ? 'notToday' : 'start', reason, by });
  return !high;
}
