import { describe, expect, it } from 'vitest';
import { builtInSheets, sheetOf } from '../../../renderer/i18n/leaving/sheet.ts';
import { intakeLanguages } from '../../../shared/intake/choice.ts';
import { leavingSheetsSchema, plainSheets, sheetKinds } from '../../../shared/protocol/leaving-sheets.ts';

describe.each(intakeLanguages)('the sheets in %s', (language) => {
  it('are five lines for the patient, as many for the escort as in English, each with the number once', () => {
    expect(builtInSheets[language].patient.lines).toHaveLength(5);
    expect(builtInSheets[language].companion.lines).toHaveLength(builtInSheets.en.companion.lines.length);
    for (const kind of sheetKinds) {
      const { lines } = builtInSheets[language][kind];
      expect(lines.filter((line) => line.includes('{{number}}'))).toHaveLength(1);
    }
  });

  it('would stand as a clinic’s own', () => {
    const { patient, companion } = builtInSheets[language];
    const own = [{ language, patient: patient.lines, companion: companion.lines }];
    expect(leavingSheetsSchema.safeParse({ nightNumber: '', own }).success).toBe(true);
  });
});

describe('sheetOf()', () => {
  it('says the clinic’s number, or leaves a line for it', () => {
    const said = sheetOf({ ...plainSheets, nightNumber: '555 0100' }, 'patient', 'en').lines.at(-1);
    expect(said).toBe('If something is wrong, call: 555 0100');
    expect(sheetOf(plainSheets, 'patient', 'en').lines.at(-1)).toMatch(/: _+$/);
  });

  it('takes the clinic’s own words in the language that has them', () => {
    const own = [{ language: 'fr' as const, patient: ['Reposez-vous.'], companion: ['Restez. {{number}}'] }];
    const sheets = { nightNumber: '15', own };
    expect(sheetOf(sheets, 'companion', 'fr').lines).toEqual(['Restez. 15']);
    expect(sheetOf(sheets, 'companion', 'en').lines).toHaveLength(builtInSheets.en.companion.lines.length);
  });
});
