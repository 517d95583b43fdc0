import { describe, expect, it } from 'vitest';
import { TestRoom } from '../../helpers/session-builder.ts';

const otherwise = { type: 'finish', how: 'hospital', escort: null, agoMs: 0 } as const;

describe('leaving otherwise', () => {
  it('is blocked by nothing but a reason and the name of who was told', () => {
    const room = new TestRoom().recovering();
    expect(room.refusal({ ...otherwise, note: ' ', told: 'Dr. Lindqvist' })).toBe('finish.reason');
    expect(room.refusal({ ...otherwise, note: 'chest pain' })).toBe('finish.told');
    room.do({ ...otherwise, note: 'chest pain', told: 'Dr. Lindqvist' });
    expect(room.session.finished).toMatchObject({ how: 'hospital', note: 'chest pain', told: 'Dr. Lindqvist' });
  });
});

describe('sheets to take home', () => {
  it('are a fact once they were printed, and only from recovery on', () => {
    const print = {
      type: 'noteSheetsPrinted' as const,
      sheets: ['patient' as const, 'patient' as const],
      language: 'de' as const,
    };
    expect(new TestRoom().started().refusal(print)).toBe('session.notNow');
    const room = new TestRoom().recovering().do(print);
    expect(room.session.printed).toMatchObject([{ sheets: ['patient'], language: 'de' }]);
  });
});
