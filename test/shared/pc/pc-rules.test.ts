import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pcWords } from '../../../renderer/room/session/pre-checks/computer-step.tsx';
import { startCatalogue } from '../../../renderer/i18n/i18n.ts';
import { lookAt, pcCheckNames } from '../../../shared/pc/pc-check.ts';
import { pcChecks, wallSetBy, type PcSeen } from '../../../shared/pc/pc-rules.ts';
import { shiftClock } from '../../../shared/time/clock.ts';

const at = Date.UTC(2026, 10, 21, 13);
const over = { deviceId: 'over', label: 'Over-ear', connection: 'cable' as const };
const lamp = { id: 'ceiling', name: 'Ceiling' };
const calm: PcSeen = {
  ...{ freeBytes: 50e9, sleepBlocked: true, restartPending: false, player: 'ready' },
  output: { state: 'present', chosen: over },
  lampNames: [lamp],
  lampHealth: { connections: [{ id: 'way', health: { kind: 'ok' } }], lamps: [{ id: 'ceiling', lost: null }] },
  clock: { wallMs: at, setByMs: 0, newestMs: at - 1, timeZone: 'Europe/Copenhagen', sessionZone: 'Europe/Copenhagen' },
};
const of = (seen: Partial<PcSeen>, check: string) => pcChecks({ ...calm, ...seen }).find((one) => one.check === check);

/** Anything a computer may say of itself. */
const anySeen: fc.Arbitrary<PcSeen> = fc.record({
  freeBytes: fc.option(fc.nat({ max: 4_000_000_000 })),
  sleepBlocked: fc.option(fc.boolean()),
  restartPending: fc.option(fc.boolean()),
  player: fc.constantFrom('starting' as const, 'ready' as const, 'lost' as const),
  output: fc.record({
    state: fc.constantFrom('default', 'waiting', 'present', 'lost', 'several', 'back'),
    chosen: fc.constantFrom(null, over),
  }),
  lampNames: fc.constantFrom([], [lamp]),
  lampHealth: fc.record({
    connections: fc.array(
      fc.constantFrom(
        { id: 'way', health: { kind: 'ok' as const } },
        { id: 'way', health: { kind: 'starting' as const } },
        { id: 'way', health: { kind: 'unanswered' as const } },
      ),
      { maxLength: 2 },
    ),
    lamps: fc.constantFrom([], [{ id: 'ceiling', lost: { since: at, code: 'timeout' } }]),
  }),
  clock: fc.record({
    wallMs: fc.integer({ min: at - 10_000, max: at + 10_000 }),
    setByMs: fc.integer({ min: -5_000, max: 5_000 }),
    newestMs: fc.option(fc.constant(at)),
    timeZone: fc.constantFrom('Europe/Copenhagen', 'UTC'),
    sessionZone: fc.constantFrom(null, 'Europe/Copenhagen'),
  }),
});

beforeAll(() => {
  startCatalogue();
});

describe('the checks of the computer', () => {
  it('are each answered once, in words of their own with nothing left open in them', () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        const results = pcChecks(seen);
        expect(results.map(({ check }) => check)).toEqual([...pcCheckNames]);
        for (const result of results) {
          const words = pcWords(result);
          expect(words).not.toBe(result.code);
          expect(words).not.toMatch(/\{\{|undefined/);
        }
      }),
    );
  });

  it('never say that something is in order which was not seen', () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        const answers = new Map(pcChecks(seen).map(({ check, answer }) => [check, answer]));
        if (seen.freeBytes === null) expect(answers.get('disk')).toBe('unknown');
        if (seen.sleepBlocked === null) expect(answers.get('sleep')).toBe('unknown');
        if (seen.restartPending === null) expect(answers.get('restart')).toBe('unknown');
        if (answers.get('audio') === 'ok') expect(seen.output.state).toBe('present');
        const ways = seen.lampHealth.connections.map(({ health }) => health.kind);
        if (answers.get('lamps') === 'ok' && seen.lampNames.length > 0)
          expect(ways.filter((kind) => kind !== 'ok')).toEqual([]);
      }),
    );
  });

  it('are in order on a computer that is', () => {
    expect(lookAt(pcChecks(calm))).toBe(0);
    expect(pcChecks(calm).map(({ answer }) => answer)).toEqual(Array.from(pcCheckNames, () => 'ok'));
  });

  it('name the lamp that was missed', () => {
    const lampHealth = { ...calm.lampHealth, lamps: [{ id: 'ceiling', lost: { since: at, code: 'timeout' } }] };
    expect(of({ lampHealth }, 'lamps')).toMatchObject({ answer: 'look', params: { names: 'Ceiling' } });
  });

  it('see a clock that was set, one behind the record, and another time zone', () => {
    const clock = (change: Partial<PcSeen['clock']>) => of({ clock: { ...calm.clock, ...change } }, 'clock')?.code;
    expect(clock({ setByMs: -2_000 })).toBe('set');
    expect(clock({ setByMs: 1_999 })).toBe('right');
    expect(clock({ newestMs: at + 2_001 })).toBe('behind');
    expect(clock({ newestMs: at + 2_000 })).toBe('right');
    expect(clock({ timeZone: 'UTC' })).toBe('zone');
  });
});

describe('how far a clock was set', () => {
  const from = { wallMs: at, monotonicMs: 1_000, uptimeMs: 1_000, bootId: 'b' };
  const seconds = fc.integer({ min: 0, max: 100_000 });

  it('is what the wall moved by itself, however long it took and whether the computer slept', () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: -50_000, max: 50_000 }), seconds, (passed, set, slept) => {
        const later = shiftClock(from, passed);
        const asleep = slept < 2_000 ? 0 : slept;
        const to = { ...later, wallMs: later.wallMs + set + asleep, uptimeMs: later.uptimeMs + asleep };
        expect(wallSetBy(from, to)).toBe(set);
      }),
    );
  });

  it('is not known across a restart', () => {
    expect(wallSetBy(from, { ...from, bootId: 'c', wallMs: at + 900_000 })).toBe(0);
  });
});
