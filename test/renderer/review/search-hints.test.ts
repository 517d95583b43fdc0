import { describe, expect, it } from 'vitest';
import { searchHints } from '../../../renderer/review/search-hints.ts';
import type { Staff } from '../../../shared/people/people.ts';

const staff: readonly Staff[] = [
  { staffId: 'alvarez', name: 'R. Álvarez, RN', role: 'nurse', active: true },
  { staffId: 'okafor', name: 'Dr. N. Okafor', role: 'clinician', active: false },
];
const protocols = [{ title: 'Ketamine infusion, 50 minutes', version: 4, protocolHashes: ['hash'] }];
const NOW = new Date(2026, 10, 23, 9, 30).getTime();

const hints = (text: string) => searchHints(text, staff, protocols, NOW);
const days = (text: string) =>
  hints(text).flatMap((hint) =>
    hint.kind === 'days' ? [[new Date(hint.part.from).toDateString(), new Date(hint.part.to).toDateString()]] : [],
  );

describe('what the words of a search may mean', () => {
  it('is somebody of the staff, who may have left, by the beginning of their name', () => {
    expect(hints('alva')).toEqual([{ kind: 'staff', name: 'R. Álvarez, RN', part: { staffId: 'alvarez' } }]);
    expect(hints('dr oka')).toMatchObject([{ part: { staffId: 'okafor' } }]);
    expect(hints('varez')).toEqual([]);
  });

  it('is a protocol by words of its title', () => {
    expect(hints('ketamine 50')).toEqual([
      { kind: 'protocol', name: protocols[0]?.title, version: 4, part: { protocolHashes: ['hash'] } },
    ]);
  });

  it('is a day or a month by its name, this year or the one before, and never one to come', () => {
    expect(days('21 nov')).toEqual([['Sat Nov 21 2026', 'Sun Nov 22 2026']]);
    expect(days('Nov 21, 2025')).toEqual([['Fri Nov 21 2025', 'Sat Nov 22 2025']]);
    expect(days('24 nov')).toEqual([['Mon Nov 24 2025', 'Tue Nov 25 2025']]);
    expect(days('december')).toEqual([['Mon Dec 01 2025', 'Thu Jan 01 2026']]);
    expect(days('feb 2024')).toEqual([['Thu Feb 01 2024', 'Fri Mar 01 2024']]);
  });

  it('is no day where there is none, or where a word is left over', () => {
    for (const text of ['31 nov', '21 22 nov', 'nov 2025 2026', 'nov nausea', 'no', '2026', 'novembers'])
      expect(days(text)).toEqual([]);
  });

  it('is nothing of a word that is too short', () => {
    expect(hints('dr')).toEqual([]);
    expect(hints('')).toEqual([]);
  });
});
