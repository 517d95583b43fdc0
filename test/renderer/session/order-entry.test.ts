import { describe, expect, it } from 'vitest';
import { decimal, orderEntryOf, readOrder } from '../../../renderer/room/session/pre-checks/order-entry.ts';

const filled = {
  drug: 'Ketamine',
  numbers: { mgPerKg: '0,5', weightKg: '72', mg: '36', concentrationMgPerMl: '1', rateMlPerHour: '43.2' },
  route: 'iv' as const,
  prescriber: 'Dr. N. Okafor',
};

describe('decimal', () => {
  it.each([
    ['0.5', 0.5],
    ['0,5', 0.5],
    [' 36 ', 36],
  ])('reads %j', (text, value) => {
    expect(decimal(text)).toBe(value);
  });

  it.each(['', '.5', '5.', '1.2.3', '1e3', '-1', '36 mg', '123456'])('refuses %j', (text) => {
    expect(decimal(text)).toBeNull();
  });
});

describe('the order form', () => {
  it('proposes no dose: only the drug and the weight of today stand in it', () => {
    const { numbers, drug } = orderEntryOf(null, '72,5 kg');
    expect(drug).toBe('Ketamine');
    expect(numbers).toEqual({ mgPerKg: '', weightKg: '72.5', mg: '', concentrationMgPerMl: '', rateMlPerHour: '' });
  });

  it('takes no weight from words without one', () => {
    expect(orderEntryOf(null, 'not weighed').numbers.weightKg).toBe('');
  });

  it('reads a comma as a point', () => {
    expect(readOrder(filled)).toMatchObject({ order: { mgPerKg: 0.5, mg: 36, rateMlPerHour: 43.2 } });
  });

  it('names every field that cannot stand', () => {
    const read = readOrder({ ...filled, numbers: { ...filled.numbers, mg: '3 6', weightKg: '900' }, prescriber: ' ' });
    expect(read).toEqual({ wrong: expect.arrayContaining(['mg', 'weightKg', 'prescriber']) });
    expect('wrong' in read && read.wrong).toHaveLength(3);
  });

  it('comes back whole when it is changed', () => {
    const read = readOrder(filled);
    expect('order' in read && readOrder(orderEntryOf(read.order, null))).toEqual(read);
  });
});
