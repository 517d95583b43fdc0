import { createInstance, type i18n } from 'i18next';
import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/i18n/en/index.ts';
import { rememberWords } from '../../../renderer/i18n/quick-words.ts';

type Told = (key: string, params?: object | string) => unknown;

function catalogue(words: object): i18n {
  const made = createInstance();
  void made.init({
    ...{ lng: 'en', fallbackLng: 'en', resources: { en: { translation: words } }, initAsync: false },
    ...{ interpolation: { escapeValue: false }, returnNull: false },
  });
  return made;
}

/** The same words told with a memory and without. */
function both(words: object): { readonly quick: Told; readonly slow: Told } {
  const remembering = catalogue(words);
  rememberWords(remembering);
  const tellOf = (made: i18n) => made.getFixedT('en') as unknown as Told;
  return { quick: tellOf(remembering), slow: tellOf(catalogue(words)) };
}

/** Every key with its text; plurals by the key that is asked for. */
function keysOf(words: object, before = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[before + name.replace(/_(zero|one|other)$/u, ''), value] as const]
      : keysOf(value as object, `${before}${name}.`),
  );
}

describe('words from memory', () => {
  it('are those of the catalogue, for every text there is and any count, the first time and again', () => {
    const { quick, slow } = both(en);
    const texts = keysOf(en);
    expect(texts.length).toBeGreaterThan(1000);
    for (const [key, text] of texts) {
      const names = [...text.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1] ?? '');
      const params = Object.fromEntries(names.map((name, index) => [name, index % 2 === 0 ? `<${name}>` : index]));
      const counted =
        names.includes('count') || !names.length ? [0, 1, 2, 1.5].map((count) => ({ ...params, count })) : [];
      for (const given of [params, ...counted, ...counted]) {
        if ('count' in given && typeof given.count !== 'number') continue;
        expect(quick(key, given), key).toBe(slow(key, given));
      }
    }
  });

  it('take what was entered as it is, whatever it looks like', () => {
    const { quick, slow } = both({ said: '{{name}} said {{text}}' });
    for (const text of ['{{name}}', '$t(said)', '$&', '$1', '<b>', '']) {
      const params = { name: 'Noor', text };
      expect(quick('said', params)).toBe(slow('said', params));
      expect(quick('said', params)).toBe(`Noor said ${text}`);
    }
  });

  it('leave to the catalogue what only it can tell', () => {
    const words = {
      ...{ plain: 'yes', nested: 'as in $t(plain)', missing: 'of {{what}}', some: { one: 'a', two: 'b' } },
      ...{ kind: 'a reading', kind_late: 'a late reading', shown: 'is {{value}}', shout: '{{value, uppercase}}' },
    };
    const { quick, slow } = both(words);
    const asked: readonly (readonly [string, (object | string)?])[] = [
      ['nested'],
      ['missing'],
      ['some', { returnObjects: true }],
      ['kind', { context: 'late' }],
      ['none.of.these'],
      ['none.of.these', { defaultValue: 'nothing' }],
      ['none.of.these', 'nothing'],
      ['shown', { value: null }],
      ['shown', { value: true }],
      ['shout', { value: 'up' }],
      ['plain', { lng: 'de' }],
    ];
    for (const [key, params] of asked) {
      expect(quick(key, params), key).toEqual(slow(key, params));
      expect(quick(key, params), key).toEqual(slow(key, params));
    }
    expect(quick('kind', { context: 'late' })).toBe('a late reading');
  });

  it('are known to be there or not, the first time and again', () => {
    const made = catalogue({ some: { one: 'a' } });
    rememberWords(made);
    for (const key of ['some.one', 'some.one', 'some.two', 'some.two', 'some'])
      expect(made.exists(key), key).toBe(catalogue({ some: { one: 'a' } }).exists(key));
    expect(made.exists('some.one', { lng: 'en' })).toBe(true);
  });

  it('are one and the same function for every part of a page, which need not be drawn again for its sake', () => {
    const made = catalogue({ plain: 'yes' });
    rememberWords(made);
    expect(made.getFixedT('en', 'translation')).toBe(made.getFixedT('en'));
    expect(made.getFixedT('de')).not.toBe(made.getFixedT('en'));
  });
});
