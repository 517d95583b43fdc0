import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { startPatientCatalogue } from '../../../renderer/i18n/patient/start.ts';
import { saidBack } from '../../../renderer/patient/screens/said-back.ts';
import { keptSign, offeredSign, stopSigns } from '../../../renderer/patient/screens/stop-signs.ts';
import { intakeLanguages, openChoice, type Choice } from '../../../shared/intake/choice.ts';
import { offered } from '../../../shared/intake/offered-set.ts';
import { shoreline } from '../../helpers/music-builder.ts';

const sets = [offered('hash', shoreline.set!)];
const whole: Choice = {
  ...openChoice('en'),
  music: { kind: 'set', musicHash: 'hash' },
  scope: 'course',
  noVoices: true,
  loudness: 0.4,
  intention: { text: 'To listen', readers: 'careTeam', inExport: true },
  comfort: {
    ...{ eyes: 'mask', blanket: 'later', darkest: 0.12, door: 'ajar' },
    ...{ approach: 'speakFirst', avoid: 'whistling', stopSign: keptSign('hand') },
  },
};
const say = (language: string) => i18next.getFixedT(language, 'patient');

beforeAll(startPatientCatalogue);

describe('a choice said back', () => {
  it('is every answer in plain words', () => {
    const lines = saidBack(whole, sets, true, say('en')).map(({ step, words, note }) => [step, words, note]);
    expect(lines).toEqual([
      ['music', 'Shoreline', undefined],
      ['volume', 'As it was comfortable', undefined],
      ['scope', 'For every visit', undefined],
      ['intention', 'To listen', 'for my care team, also in reports'],
      ['comfort', 'With a soft mask, perhaps a blanket later, door a little open', undefined],
      ['dark', 'Dim', undefined],
      ['approach', 'Speak to me first', undefined],
      ['stop', 'I raise my hand', undefined],
      ['avoid', 'whistling', undefined],
    ]);
  });

  it.each(intakeLanguages)('has words for every answer in %s', (language) => {
    const kinds: readonly Choice['music'][] = [
      { kind: 'set', musicHash: 'hash' },
      ...(['chooseForMe', 'quiet', 'ownFiles', 'ownPhone'] as const).map((kind) => ({ kind })),
    ];
    for (const music of kinds) {
      for (const { words } of saidBack({ ...whole, music }, sets, true, say(language))) {
        expect(words).not.toBeNull();
        expect(words).not.toMatch(/\w\.\w|\{\{/);
      }
    }
    const open = saidBack(openChoice(language), sets, true, say(language));
    expect(open.every(({ words }) => words === null)).toBe(true);
    expect(open.some(({ step }) => step === 'scope')).toBe(false);
  });

  it('says what is left out where the choice is left to us, and a sign of one’s own as it was said', () => {
    const lines = saidBack(
      { ...whole, music: { kind: 'chooseForMe' }, comfort: { ...whole.comfort, stopSign: 'Zwei Finger' } },
      ...([sets, true, say('de')] as const),
    );
    expect(lines.find(({ step }) => step === 'music')?.words).toBe('Sie wählen für mich, ohne Stimmen');
    expect(lines.find(({ step }) => step === 'stop')?.words).toBe('Zwei Finger');
  });
});

describe('a sign from the list', () => {
  it('is found again whatever language it was picked in', () => {
    for (const sign of stopSigns) expect(offeredSign(keptSign(sign))).toBe(sign);
    expect(offeredSign('Zwei Finger')).toBeNull();
    expect(offeredSign(null)).toBeNull();
  });
});
