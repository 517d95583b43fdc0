import { expect, it } from 'vitest';
import { Dropped } from '../../../electron/ipc/dropped.ts';

it('what was dropped is used once, and a later drop takes its place', () => {
  const dropped = new Dropped();
  expect(dropped.hear('["/stick/a.mp3"]')).toBe(1);
  expect(dropped.hear('["/stick/b.mp3","/stick/folder"]')).toBe(2);
  expect(dropped.take()).toEqual(['/stick/b.mp3', '/stick/folder']);
  expect(dropped.take()).toEqual([]);
});

it.each([
  ['no text', { 0: '/a' }],
  ['no JSON', '/a'],
  ['no paths', '[]'],
  ['a path that is not absolute', '["/a","b"]'],
  ['something else than a path', '["/a",1]'],
  ['more than a thousand', JSON.stringify(Array.from({ length: 1001 }, () => '/a'))],
  ['too long', JSON.stringify([`/${'a'.repeat(300_000)}`])],
])('%s is nothing dropped, and leaves nothing of an earlier drop', (_what, message) => {
  const dropped = new Dropped();
  dropped.hear('["/a"]');
  expect(dropped.hear(message)).toBe(0);
  expect(dropped.take()).toEqual([]);
});
