import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { copyCatalogues, copySpeech } from '../../../renderer/i18n/copy/copy.ts';
import { intakeLanguages, type IntakeLanguage } from '../../../shared/intake/choice.ts';
import { markKinds } from '../../../shared/session/care-bodies.ts';
import { leavingWays } from '../../../shared/session/event-bodies.ts';

/** Every text of a catalogue by its path. */
function texts(part: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : texts(value as object, `${path}${key}.`),
  );
}

const english = new Map(texts(copyCatalogues.en));
const variables = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

describe.each(intakeLanguages)('the page in %s', (language) => {
  const own = new Map(texts(copyCatalogues[language]));

  it('has every sentence of the English one, with the same variables, and none left in English', () => {
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    for (const [key, text] of own) {
      expect(text.trim(), key).not.toBe('');
      expect(variables(text), key).toEqual(variables(english.get(key) ?? ''));
      const words = text.replaceAll(/\{\{\w+\}\}|mg/g, '');
      if (language !== 'en' && /\p{L} \p{L}/u.test(words)) expect(text, key).not.toBe(english.get(key));
    }
  });

  it('says what this is not, and of every kind of event and leaving what it was', () => {
    expect(own.get('notA')).toMatch(/Stillroom/);
    for (const kind of markKinds) expect(own.has(`marks.${kind}`), kind).toBe(true);
    for (const way of leavingWays) expect(own.has(`ways.${way}`), way).toBe(true);
  });
});

const written: Readonly<Record<IntakeLanguage, readonly string[]>> = {
  en: ['Saturday, 21 November 2026', '29 February 1980', '36.5'],
  es: ['sábado, 21 de noviembre de 2026', '29 de febrero de 1980', '36,5'],
  fr: ['samedi 21 novembre 2026', '29 février 1980', '36,5'],
  de: ['Samstag, 21. November 2026', '29. Februar 1980', '36,5'],
};

it.each(intakeLanguages)('days, birth dates and numbers in %s are written as its readers write them', (language) => {
  const catalogue = i18next.createInstance();
  void catalogue.init({ lng: 'en', initAsync: false, resources: {} });
  const speech = copySpeech(catalogue, language);
  const at = Date.UTC(2026, 10, 21, 23, 30);
  // The clinic's zone counts. Whether a comma follows an English day of the week changes with each edition of the locales.
  const day = speech.day(at, 'America/Santiago').replace(/^Saturday /, 'Saturday, ');
  const shown = [day, speech.birthDate('1980-02-29'), speech.number(36.5)];
  expect(shown).toEqual(written[language]);
  expect(speech.time(at, 'America/Santiago')).toBe('20:30');
  expect(speech.day(at, 'Asia/Tokyo')).toContain('22');
});
