import { expect, it } from 'vitest';
import { latestTime } from '../../../renderer/room/session/typed-time.ts';

const at = (day: number, hour: number, minute: number) => new Date(2026, 2, day, hour, minute).getTime();
const NOW = at(10, 9, 15);

it.each([
  ['7:30', at(10, 7, 30)],
  ['07.30', at(10, 7, 30)],
  ['730', at(10, 7, 30)],
  ['0730', at(10, 7, 30)],
  ['9:15', NOW],
  ['22:40', at(9, 22, 40)],
  ['0:05', at(10, 0, 5)],
  ['24:00', null],
  ['7:61', null],
  ['7', null],
  ['toast', null],
  ['', null],
])('%j typed at a quarter past nine', (typed, expected) => {
  expect(latestTime(typed, NOW)).toBe(expected);
});
