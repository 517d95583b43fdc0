import { expect, it } from 'vitest';
import { openChoice, type MusicWish } from '../../../shared/intake/choice.ts';
import { chosenBefore } from '../../../shared/intake/earlier.ts';

const visit = (music: MusicWish | null) => ({ choice: { ...openChoice('en'), music } });
const set = (musicHash: string) => visit({ kind: 'set', musicHash });

it('a set was chosen last time, at an earlier visit, or never; quiet last time makes none of an earlier one', () => {
  const earlier = [set('tide'), set('wood'), visit(null), set('tide')];
  expect(chosenBefore(earlier, 'tide')).toBe('lastTime');
  expect(chosenBefore(earlier, 'wood')).toBe('before');
  expect(chosenBefore(earlier, 'glass')).toBeNull();
  expect(chosenBefore([visit({ kind: 'quiet' }), set('tide')], 'tide')).toBe('before');
});
