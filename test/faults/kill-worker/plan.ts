import type { Append } from '../../../electron/record/client-types.ts';
import { anAppend } from '../../helpers/temp-record.ts';
import { below, randomOf, type Random } from '../random.ts';

/** What the writer does next. The harness knows the same row of steps and so what must be in the file. */
export type Step =
  | { readonly kind: 'append'; readonly requests: readonly Append[] }
  /** An append of before, sent again under its command id. */
  | { readonly kind: 'repeat'; readonly requests: readonly Append[] }
  | { readonly kind: 'content'; readonly value: { readonly version: string } }
  | { readonly kind: 'reopen' };

const SESSION_EVENTS = 4;
const TEXT = 3_000;

/** The writer's steps in one round, without end. `round` names the streams and the commands. */
export function* stepsOf(seed: number, round: string): Generator<Step, never> {
  const random = randomOf(seed);
  const streams = [`session:${round}`, `patient:${round}`] as const;
  const last = new Map<string, number>();
  const done: (readonly Append[])[] = [];
  for (let index = 0; ; index += 1) {
    const chance = random();
    if (chance < 0.03 && index > 0) yield { kind: 'reopen' };
    else if (chance < 0.08) yield { kind: 'content', value: { version: `${round}-${index}` } };
    else if (chance < 0.13 && done.length > 0)
      yield { kind: 'repeat', requests: done[below(random, done.length)] ?? [] };
    else {
      const wanted = chance < 0.25 ? streams : [streams[0]];
      const requests = wanted.map((stream) => appendOf(stream, `${round}-${index}`, last, random));
      done.push(requests);
      yield { kind: 'append', requests };
    }
  }
}

/** One to four events of one command; the stream's last seq is known, since the worker keeps the order. */
function appendOf(stream: string, commandId: string, last: Map<string, number>, random: Random): Append {
  const expected = last.get(stream) ?? 0;
  const count = random() < 0.2 ? 1 + below(random, SESSION_EVENTS) : 1;
  const made = Array.from({ length: count }, (_, place) =>
    anAppend(stream, expected, commandId, {
      type: 'noted',
      text: `${commandId}/${place} ${'.'.repeat(below(random, TEXT))}`,
    }),
  );
  last.set(stream, expected + count);
  return {
    ...anAppend(stream, expected, commandId, {}, expected),
    events: made.flatMap(({ events }) => events),
  };
}
