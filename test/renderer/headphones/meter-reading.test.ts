import { expect, it } from 'vitest';
import { meterReading } from '../../../renderer/headphones/meter-reading.ts';

it.each([
  ['78', 78],
  [' 78.4 ', 78.4],
  ['78,4', 78.4],
  ['104', 104],
  ['', null],
  ['  ', null],
  ['29', 'wrong'],
  ['121', 'wrong'],
  ['7e1', 'wrong'],
  ['78 dB', 'wrong'],
  ['-60', 'wrong'],
] as const)('of %j the meter is taken to show %j', (typed, read) => {
  expect(meterReading(typed)).toBe(read);
});
