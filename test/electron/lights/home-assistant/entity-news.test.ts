import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterEvent, UNHEARD, type EntityNews } from '../../../../electron/lights/home-assistant/entity-news.ts';
import { entitiesSchema } from '../../../../electron/lights/home-assistant/messages.ts';

const NAME = 'light.one';

function after(events: readonly unknown[], from: EntityNews = UNHEARD): EntityNews {
  return events.reduce<EntityNews>((known, event) => afterEvent(known, NAME, entitiesSchema.parse(event)), from);
}

describe('what Home Assistant says of an entity', () => {
  it('is told whole first, then by what changed', () => {
    const first = { a: { [NAME]: { s: 'on', a: { supported_features: 44, brightness: 200 }, c: 'x', lc: 1 } } };
    expect(after([first])).toEqual({ kind: 'there', on: true, fades: true, brightness: 200 });
    expect(after([first, { c: { [NAME]: { '+': { a: { brightness: 12 } } } } }])).toEqual({
      kind: 'there',
      on: true,
      fades: true,
      brightness: 12,
    });
    expect(after([first, { c: { [NAME]: { '+': { s: 'off', a: { brightness: null } } } } }])).toEqual({
      kind: 'there',
      on: false,
      fades: true,
      brightness: null,
    });
    expect(after([{ a: { [NAME]: { s: 'on', a: { supported_features: 0 } } } }]).fades).toBe(false);
  });

  it('is away, gone, unknown, and there again', () => {
    const away = { c: { [NAME]: { '+': { s: 'unavailable' } } } };
    expect(after([away]).kind).toBe('away');
    expect(after([away, { c: { [NAME]: { '+': { s: 'on' } } } }]).kind).toBe('there');
    expect(after([{ r: [NAME] }]).kind).toBe('gone');
    expect(after([{ a: {} }]).kind).toBe('gone');
    expect(after([{ a: {} }, { a: { [NAME]: { s: 'off' } } }]).kind).toBe('there');
    expect(after([{ a: { [NAME]: { s: 'off' } } }, { a: { 'light.other': { s: 'off' } } }]).kind).toBe('there');
  });

  it('never throws over what it says', () => {
    const attributes = fc.record(
      { supported_features: fc.anything(), brightness: fc.anything() },
      { requiredKeys: [] },
    );
    const entity = fc.record({ s: fc.string(), a: attributes }, { requiredKeys: ['s'] });
    const event = fc.oneof(
      fc.record({ a: fc.dictionary(fc.constant(NAME), entity) }),
      fc.record({ c: fc.dictionary(fc.constant(NAME), fc.record({ '+': entity })) }),
      fc.anything(),
    );
    fc.assert(
      fc.property(event, (said) => {
        const parsed = entitiesSchema.safeParse(said);
        if (!parsed.success) return;
        const news = afterEvent(UNHEARD, NAME, parsed.data);
        expect(news.brightness === null || (news.brightness >= 0 && news.brightness <= 255)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
