import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProtocol } from '../../../shared/protocol/check-protocol.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import type { Protocol } from '../../../shared/protocol/schema.ts';

const MINUTE = 60_000;
const good = defaultProtocol(0, 'Clinic');
const found = (protocol: Protocol): readonly string[] =>
  checkProtocol(protocol).map(({ path, code }) => `${path} ${code}`);
const measures = fc.constantFrom('systolic' as const, 'diastolic' as const, 'pulse' as const, 'respirations' as const);

describe('a protocol that no session could hold', () => {
  it('the built-in one is none', () => {
    expect(checkProtocol(good)).toEqual([]);
  });

  it('amber beyond red is refused at its field, and in order it is not', () => {
    fc.assert(
      fc.property(measures, fc.integer({ min: 1, max: 20 }), fc.boolean(), (measure, by, high) => {
        const limits = good.bands[measure];
        const red = (high ? limits.redHigh : limits.redLow) ?? 60;
        const amber = high ? red + by : red - by;
        const changed = high ? { amberHigh: amber, redHigh: red } : { amberLow: amber, redLow: red };
        const bands = { ...good.bands, [measure]: { ...limits, ...changed } };
        const name = high ? 'amberHigh' : 'amberLow';
        expect(found({ ...good, bands })).toContain(`bands.${measure}.${name} bandOrder`);
      }),
    );
  });

  it('a limit that cannot be typed, and low over high, are refused', () => {
    const pulse = { ...good.bands.pulse, redHigh: 400 };
    expect(found({ ...good, bands: { ...good.bands, pulse } })).toEqual(['bands.pulse.redHigh bandRange']);
    const overLast = { systolicBy: 261, diastolicBy: 0.5, systolicFrom: 140, diastolicFrom: 201 };
    expect(found({ ...good, bands: { ...good.bands, overLast } })).toEqual([
      'bands.overLast.systolicBy bandRange',
      'bands.overLast.diastolicBy bandRange',
      'bands.overLast.diastolicFrom bandRange',
    ]);
    const spo2 = { amberLow: 97, redLow: 90, amberHigh: 95, redHigh: null };
    expect(found({ ...good, bands: { ...good.bands, spo2 } })).toEqual(['bands.spo2.amberLow bandCross']);
  });

  it('readings are refused exactly where one lies after the end or two windows meet', () => {
    const reading = fc.record({
      from: fc.constantFrom('start' as const, 'recovery' as const),
      minute: fc.integer({ min: 0, max: 90 }),
      window: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 6 }), (all) => {
        const dueReadings = all.map(({ from, minute, window }, index) => ({
          ...{ id: `reading-${index}`, from },
          ...{ offsetMs: minute * MINUTE, windowMs: window * MINUTE },
        }));
        const codes = new Set(checkProtocol({ ...good, dueReadings }).map(({ code }) => code));
        expect(codes.has('readingAfterEnd')).toBe(
          all.some(({ from, minute }) => minute > (from === 'start' ? 50 : 60)),
        );
        const moments = all.map(({ from, minute, window }) => ({
          at: from === 'start' ? minute : 50 + minute,
          window,
        }));
        const inOrder = moments.toSorted((a, b) => a.at - b.at);
        const meets = inOrder.some((one, index) => {
          const next = inOrder[index + 1];
          return next !== undefined && (next.at === one.at || next.at - next.window < one.at + one.window);
        });
        expect(codes.has('windowsOverlap')).toBe(meets);
      }),
      { numRuns: 300 },
    );
  });

  it('an item hangs on an earlier one alone, so none hangs on itself in however many steps', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 7 }), { minLength: 8, maxLength: 8 }), (on) => {
        const [first] = good.preChecks.filter(({ answer }) => answer === 'done');
        if (first === undefined) throw new Error('No item');
        const preChecks = on.map((other, index) => ({
          ...{ ...first, id: `item-${index}` },
          onlyIf: { itemId: `item-${other}`, answer: 'done' as const },
        }));
        const codes = found({ ...good, preChecks });
        on.forEach((other, index) => {
          const path = `preChecks.${index}.onlyIf.itemId`;
          expect(codes.includes(`${path} itemSelf`)).toBe(other === index);
          expect(codes.includes(`${path} itemLater`)).toBe(other > index);
        });
      }),
    );
  });

  it('an unknown item, an answer it cannot have, a value without its form, and the wrong list are refused', () => {
    const [item] = good.preChecks;
    if (item === undefined) throw new Error('No item');
    const second = { ...item, id: 'second', onlyIf: { itemId: 'nobody', answer: 'yes' as const } };
    expect(found({ ...good, preChecks: [item, second] })).toEqual(['preChecks.1.onlyIf.itemId itemUnknown']);
    const third = { ...item, answer: 'value' as const, value: null, group: 'leaving' as const };
    expect(found({ ...good, preChecks: [third] })).toEqual([
      'preChecks.0.group itemGroup',
      'preChecks.0.value itemValue',
    ]);
  });

  it('a score that nobody can reach, and one that everybody has, are refused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 30 }),
        fc.constantFrom('aldrete' as const, 'padss' as const),
        (fitFrom, scale) => {
          const issues = found({ ...good, dischargeScore: { scale, fitFrom } });
          expect(issues.includes('dischargeScore.fitFrom scoreRange')).toBe(fitFrom < 1 || fitFrom > 10);
        },
      ),
    );
  });
});
