import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_PAUSE_MS, LONGEST_WISH_MS, pauseMs, retryAfterMs } from '../../../shared/sending/pauses.ts';
import {
  asked,
  besideChanged,
  dueBySetting,
  entryOf,
  heardOf,
  isOutdated,
  MOST_ENTRIES,
  nextOf,
  noQueue,
  queueSchema,
  released,
  resumesAt,
  settled,
  withheld,
  type QueueEntry,
  type SendQueue,
} from '../../../shared/sending/queue.ts';
import type { Outcome } from '../../../shared/sending/reply.ts';

const accepted = (seq: number, beside = 0): Outcome => ({
  ...{ kind: 'accepted', seq, beside, location: 'Bundle/a', versionId: '1' },
});
const refused: Outcome = { kind: 'refused', code: 'refused', status: 422, words: 'Not like this' };
const unreached = (wishMs: number | null = null): Outcome => ({ kind: 'notReached', code: 'unreachable', wishMs });
const names = ['a', 'b', 'c'];

type Step = (queue: SendQueue, now: number) => SendQueue;
const someId = fc.constantFrom(...names);
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 9 })).map(([seq, beside]) => accepted(seq, beside)),
  fc.constant(refused),
  fc.constant(unreached()),
  fc.integer({ min: 0, max: 10 * LONGEST_WISH_MS }).map(unreached),
  fc.constant<Outcome>({ kind: 'stopped', code: 'notAllowed' }),
  fc.constant<Outcome>({ kind: 'gone' }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  someId.map(
    (id): Step =>
      (queue, now) =>
        asked(queue, [id], 'ines', now),
  ),
  fc.tuple(someId, fc.integer({ min: 1, max: 9 })).map(
    ([id, seq]): Step =>
      (q, now) =>
        dueBySetting(q, id, seq, now),
  ),
  fc.tuple(someId, fc.integer({ min: 1, max: 9 })).map(
    ([id, seq]): Step =>
      (q) =>
        heardOf(q, id, seq),
  ),
  fc.tuple(someId, fc.integer({ min: 1, max: 9 }), fc.boolean()).map(
    ([id, seq, due]): Step =>
      (queue, now) =>
        besideChanged(queue, id, seq, due, now),
  ),
  someId.map(
    (id): Step =>
      (queue, now) =>
        withheld(queue, id, 'ines', now),
  ),
  outcome.map((of): Step => (queue, now) => {
    const next = nextOf(queue, now);
    return next === null ? queue : settled(queue, next, of, now);
  }),
);
const life = fc.array(fc.tuple(step, fc.integer({ min: 0, max: LONGEST_PAUSE_MS })), { maxLength: 30 });

describe('the queue of what is sent', () => {
  it('holds each session once, reads back as it was written, and sends nothing before its time', () => {
    fc.assert(
      fc.property(life, (steps) => {
        let queue = noQueue;
        let now = 0;
        for (const [apply, later] of steps) {
          queue = apply(queue, now);
          now += later;
          expect(new Set(queue.entries.map(({ sessionId }) => sessionId)).size).toBe(queue.entries.length);
          expect(queueSchema.parse(JSON.parse(JSON.stringify(queue)))).toEqual(queue);
          const next = nextOf(queue, now);
          if (queue.halt !== null || resumesAt(queue, now) > now) expect(next).toBeNull();
          else expect(next === null).toBe(!queue.entries.some(({ state }) => state.kind === 'waiting'));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('loses no wish: what was asked for waits until it is taken, refused, withheld or erased, however often nobody is reached', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(unreached()), fc.constant<Outcome>({ kind: 'stopped', code: 'x' }))),
        (all) => {
          let queue = asked(noQueue, names, 'ines', 0);
          let now = 0;
          for (const of of all) {
            now = resumesAt(queue, now);
            const next = nextOf(released(queue), now);
            if (next !== null) queue = settled(released(queue), next, of, now);
          }
          expect(queue.entries.filter(({ state }) => state.kind === 'waiting')).toHaveLength(names.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('tries the one that was tried least first: a session that always fails holds up no other', () => {
    let queue = asked(noQueue, names, 'ines', 0);
    const order: string[] = [];
    for (let now = 0; order.length < 6; now = resumesAt(queue, now)) {
      const next = nextOf(queue, now);
      if (next === null) throw new Error('Nothing is next');
      order.push(next.sessionId);
      queue = settled(queue, next, unreached(), now);
    }
    expect(order).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  it('goes on where something changed while it was being sent', () => {
    const before = dueBySetting(noQueue, 'a', 3, 0);
    const underway = nextOf(before, 0) as QueueEntry;
    const signedAgain = dueBySetting(before, 'a', 5, 1);
    const after = settled(signedAgain, underway, accepted(3), 2);
    expect(entryOf(after, 'a')).toMatchObject({ state: { kind: 'waiting' }, taken: { seq: 3 } });
    const second = settled(after, nextOf(after, 2) as QueueEntry, accepted(5), 3);
    expect(entryOf(second, 'a')).toMatchObject({ state: { kind: 'accepted' }, taken: { seq: 5 } });
    expect(dueBySetting(second, 'a', 5, 4)).toBe(second);
  });

  it('sends by itself nothing that somebody withheld, and says when what the server has is older than the record', () => {
    const kept = withheld(asked(noQueue, ['a'], 'ines', 0), 'a', 'ines', 1);
    expect(dueBySetting(kept, 'a', 9, 2)).toBe(kept);
    expect(nextOf(kept, 2)).toBeNull();
    const again = asked(kept, ['a'], 'ines', 3);
    const done = settled(again, nextOf(again, 3) as QueueEntry, accepted(7), 4);
    expect(isOutdated(entryOf(done, 'a') as QueueEntry)).toBe(false);
    expect(isOutdated(entryOf(heardOf(done, 'a', 8), 'a') as QueueEntry)).toBe(true);
  });

  it('goes again where a questionnaire beside it changed after it was taken, also while it was on its way', () => {
    const queue = asked(noQueue, ['a'], 'ines', 0);
    const underway = nextOf(queue, 0) as QueueEntry;
    const during = settled(besideChanged(queue, 'a', 5, true, 1), underway, accepted(3, 4), 2);
    expect(entryOf(during, 'a')).toMatchObject({ askedBy: 'ines', state: { kind: 'waiting' } });
    const taken = settled(during, nextOf(during, 2) as QueueEntry, accepted(3, 5), 3);
    expect(entryOf(taken, 'a')?.state.kind).toBe('accepted');
    expect(isOutdated(entryOf(taken, 'a') as QueueEntry)).toBe(false);

    const notDue = besideChanged(taken, 'a', 6, false, 4);
    expect(isOutdated(entryOf(notDue, 'a') as QueueEntry)).toBe(true);
    expect(nextOf(notDue, 4)).toBeNull();
    const due = besideChanged(notDue, 'a', 7, true, 5);
    expect(entryOf(due, 'a')).toMatchObject({ askedBy: null, state: { kind: 'waiting' } });
    const again = settled(due, nextOf(due, 5) as QueueEntry, accepted(3, 7), 6);
    expect(isOutdated(entryOf(again, 'a') as QueueEntry)).toBe(false);

    const kept = withheld(again, 'a', 'ines', 7);
    expect(nextOf(besideChanged(kept, 'a', 8, true, 8), 8)).toBeNull();
    expect(besideChanged(again, 'b', 8, true, 8)).toBe(again);
    expect(besideChanged(again, 'a', 7, true, 8), 'heard of already').toBe(again);
  });

  it('counts what was answered before it was put in as told with it', () => {
    const queue = asked(noQueue, ['a'], 'ines', 0);
    const taken = settled(queue, nextOf(queue, 0) as QueueEntry, accepted(3, 17), 1);
    expect(isOutdated(entryOf(taken, 'a') as QueueEntry)).toBe(false);
    expect(besideChanged(taken, 'a', 17, true, 2)).toBe(taken);
    expect(isOutdated(entryOf(besideChanged(taken, 'a', 18, false, 2), 'a') as QueueEntry)).toBe(true);
  });

  it('reads files from before it looked at questionnaires', () => {
    const queue = asked(noQueue, ['a'], 'ines', 0);
    const now = settled(queue, nextOf(queue, 0) as QueueEntry, accepted(3), 1);
    const before: unknown = JSON.parse(JSON.stringify(now), (key, value: unknown) =>
      key === 'beside' || key === 'heardTo' ? undefined : value,
    );
    expect(queueSchema.parse(before)).toEqual(now);
  });

  it('lets go of an erased session, and keeps that the server has it where it does', () => {
    const queue = asked(noQueue, ['a', 'b'], 'ines', 0);
    const taken = settled(queue, nextOf(queue, 0) as QueueEntry, accepted(1), 1);
    const again = asked(taken, ['a'], 'ines', 2);
    const none = [again.entries.find(({ sessionId }) => sessionId === 'a'), entryOf(again, 'b')];
    const erased = none.reduce((now, entry) => settled(now, entry as QueueEntry, { kind: 'gone' }, 3), again);
    expect(erased.entries.map(({ sessionId, state }) => [sessionId, state.kind])).toEqual([['a', 'erased']]);
    expect(dueBySetting(erased, 'a', 9, 4)).toBe(erased);
  });

  it('stops until a person has looked, and then goes on with everything', () => {
    const queue = asked(noQueue, names, 'ines', 0);
    const halted = settled(queue, nextOf(queue, 0) as QueueEntry, { kind: 'stopped', code: 'notAllowed' }, 1);
    expect(nextOf(halted, Number.MAX_SAFE_INTEGER)).toBeNull();
    expect(nextOf(released(halted), 1)?.sessionId).toBe('b');
  });

  it('drops the oldest that are done where there are too many, never one that waits', () => {
    const many = Array.from({ length: MOST_ENTRIES }, (_, index) => `s${index}`);
    const full = asked(noQueue, many, 'ines', 0);
    const done = settled(full, entryOf(full, 's7') as QueueEntry, accepted(1), 1);
    const next = asked(done, ['new'], 'ines', 2);
    expect(next.entries).toHaveLength(MOST_ENTRIES);
    expect(entryOf(next, 's7')).toBeNull();
    expect(entryOf(next, 'new')).not.toBeNull();
  });
});

describe('pauses', () => {
  it('grow to an hour, and to a day where the server asks for it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.option(fc.nat()), (failures, wish) => {
        const pause = pauseMs(failures, wish);
        expect(pause).toBeGreaterThanOrEqual(30_000);
        expect(pause).toBeLessThanOrEqual(wish === null ? LONGEST_PAUSE_MS : LONGEST_WISH_MS);
        expect(pauseMs(failures + 1, wish)).toBeGreaterThanOrEqual(pause);
      }),
    );
    expect([1, 2, 3].map((failures) => pauseMs(failures, null))).toEqual([30_000, 60_000, 120_000]);
    expect(pauseMs(1, 45_000)).toBe(45_000);
  });

  it('of a clock that was set back are not longer than a day', () => {
    const queue: SendQueue = { ...noQueue, pause: { failures: 1, until: 1e12, code: 'unreachable' } };
    expect(resumesAt(queue, 0)).toBe(LONGEST_WISH_MS);
  });

  it('are read from a header of seconds or a date, and from nothing else', () => {
    const now = Date.UTC(2026, 10, 22, 8);
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Sun, 22 Nov 2026 08:01:00 GMT', now)).toBe(60_000);
    expect(retryAfterMs('Sun, 22 Nov 2026 07:00:00 GMT', now)).toBe(0);
    for (const odd of [
      undefined,
      '',
      '-5',
      '1e9',
      'soon',
      '2026-11-22',
      'Sun, 99 Nov 2026 08:01:00 GMT',
      '9'.repeat(400),
    ])
      expect(retryAfterMs(odd, now)).toBeNull();
  });
});
