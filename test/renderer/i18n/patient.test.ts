import { describe, expect, it } from 'vitest';
import { intakeLanguages } from '../../../shared/intake/choice.ts';
import { catalogues, languageNames } from '../../../renderer/i18n/patient/start.ts';

/** Every text of a catalogue by its path. */
function texts(part: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : texts(value as object, `${path}${key}.`),
  );
}

const english = new Map(texts(catalogues.en));
const variables = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

/** Buttons: longer words would not stand in them. */
const short = [
  ...['next', 'skip', 'welcome.begin', 'welcome.chosen', 'last.same', 'last.anew'],
  ...['volume.start', 'volume.softer', 'volume.louder', 'volume.right', 'volume.without', 'staff.open'],
  ...[
    'noVoices',
    'noDrums',
    'calmer',
    'moreMoving',
    'like',
    'quiet',
    'own',
    'chooseForMe',
    'help',
    'coming',
    'take',
  ].map((key) => `music.${key}`),
  ...['scope.session', 'scope.course', 'summary.changeShort', 'summary.done'],
  ...['bright', 'soft', 'dim', 'dark'].map((key) => `dark.${key}`),
];

describe.each(intakeLanguages)('the words in %s', (language) => {
  const own = new Map(texts(catalogues[language]));

  it('are there for every English one, with the same variables', () => {
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    for (const [key, text] of own) {
      expect(text.trim(), key).not.toBe('');
      expect(variables(text), key).toEqual(variables(english.get(key) ?? ''));
    }
  });

  it('fit their buttons', () => {
    for (const key of short) {
      expect(own.has(key), key).toBe(true);
      expect(own.get(key)?.length, key).toBeLessThanOrEqual(30);
    }
  });

  it('have no numbers, and no sentence that is left in English', () => {
    for (const [key, text] of own) {
      expect(text, key).not.toMatch(/\d/);
      if (language !== 'en' && text.includes(' ')) expect(text, key).not.toBe(english.get(key));
    }
  });

  it('are offered under their own name', () => {
    expect(languageNames[language]).toEqual(expect.any(String));
  });
});
