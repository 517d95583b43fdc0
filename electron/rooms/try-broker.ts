import { randomBytes } from 'node:crypto';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RoomsBroker } from '../../shared/ipc/rooms.ts';
import { LightError } from '../lights/limited.ts';
import type { Timers } from '../lights/port.ts';
import { within } from '../lights/within.ts';
import { openBrokerWay, said, topicOf } from './broker-way.ts';

/** Well below what a window waits for its answer, ms. */
const TRY_MS = 8_000;
/** A message that the broker took comes back at once; after so long it does not, ms. */
const BACK_MS = 3_000;

/**
 * Opens the broker for a moment, says a word that means nothing to any room, and waits until it comes back: so both reading
 * and writing are allowed. Never throws.
 */
export async function tryBroker(
  broker: RoomsBroker,
  password: string | null,
  timers: Timers,
  signal: AbortSignal,
): Promise<Answer<Record<string, never>>> {
  const topic = topicOf(randomBytes(8).toString('hex'));
  try {
    await within(timers, TRY_MS, [signal], async (until) => {
      let back = (): void => undefined;
      const heard = new Promise<void>((resolve) => (back = resolve));
      const onMessage = (from: string): void => void (from === topic && back());
      const way = await openBrokerWay({ broker, password, tag: null, now: timers.now, onMessage }, until);
      try {
        // Where nobody may listen the broker says so at once.
        await way.publish(topic, said({ v: 1, gone: 'closed' })).catch((problem: unknown) => {
          throw problem instanceof LightError && problem.code === 'nobodyListens'
            ? new LightError('notHeard')
            : problem;
        });
        const silence = new Promise<never>((_, reject) => {
          timers.after(BACK_MS, () => reject(new LightError('notHeard')));
        });
        const over = way.closed.then((code): never => {
          throw new LightError(code);
        });
        await Promise.race([heard, silence, over]);
      } finally {
        void way.close().catch(() => undefined);
      }
    });
    return success({});
  } catch (problem) {
    const why = problem instanceof LightError ? problem.code : 'unreachable';
    return failure('unavailable', 'rooms.noAnswer', { why });
  }
}
