import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SessionEvent } from '../../../shared/session/event.ts';
import { missingFrom } from '../../../shared/session/missing-events.ts';

/** Few commands and few words, so that the same fact comes more than once. */
const fact = fc.record({
  commandId: fc.constantFrom(null, 'a', 'b'),
  body: fc.constantFrom('x', 'y').map((text) => ({ type: 'noted', text })),
});
const facts = fc.array(fact, { maxLength: 12 }).map((many) => many as unknown as SessionEvent[]);

it('what the record has and what it lacks are together the copy, and each in its order', () => {
  fc.assert(
    fc.property(facts, facts, (copied, recorded) => {
      const missing = missingFrom(copied, recorded);
      const named = (events: readonly SessionEvent[]) => events.map((event) => JSON.stringify(event)).toSorted();
      const both = named(recorded);
      const found = named(copied).filter((one) => {
        const at = both.indexOf(one);
        if (at >= 0) both.splice(at, 1);
        return at >= 0;
      });
      expect([...found, ...named(missing)].toSorted()).toEqual(named(copied));
      expect(missing).toEqual(copied.filter((event) => missing.includes(event)));
    }),
  );
});

it('lacks nothing where the record holds the copy, at other places and times', () => {
  fc.assert(
    fc.property(facts, facts, (copied, more) => {
      const moved = [...more, ...copied].map((event, index) => ({ ...event, seq: 100 + index, occurredAt: index }));
      expect(missingFrom(copied, moved)).toEqual([]);
      expect(missingFrom(copied, [])).toEqual(copied);
    }),
  );
});
