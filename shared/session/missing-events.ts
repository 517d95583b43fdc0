import type { SessionEvent } from './event.ts';

/** What makes two events the same fact: the command they came from and what they say. Seq and times may have moved. */
function factOf({ commandId, body }: Pick<SessionEvent, 'commandId' | 'body'>): string {
  return JSON.stringify([commandId, body]);
}

/** Those of the `copied` events that are not in the record, in the order of the copy. The same fact twice needs two of it there. */
export function missingFrom(
  copied: readonly SessionEvent[],
  recorded: readonly Pick<SessionEvent, 'commandId' | 'body'>[],
): readonly SessionEvent[] {
  const there = new Map<string, number>();
  for (const event of recorded) there.set(factOf(event), (there.get(factOf(event)) ?? 0) + 1);
  return copied.filter((event) => {
    const left = there.get(factOf(event)) ?? 0;
    there.set(factOf(event), left - 1);
    return left <= 0;
  });
}
