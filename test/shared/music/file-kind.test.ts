import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id3Length, isMislabelled, keptAs, kindOf, promisesSound } from '../../../shared/music/file-kind.ts';

const head = (name: string): Uint8Array => {
  const bytes = readFileSync(path.join(import.meta.dirname, '../../fixtures/music', name));
  return bytes.subarray(id3Length(bytes)).subarray(0, 64);
};

describe('what a file is by its first bytes', () => {
  it.each([
    ['tone.mp3', 'mp3'],
    ['tone.m4a', 'mp4'],
    ['lossless.m4a', 'mp4'],
    ['tone.aac', 'aac'],
    ['tone.ogg', 'ogg'],
    ['tone.opus', 'ogg'],
    ['tone.flac', 'flac'],
    ['tone.wma', 'wma'],
    ['tone.aiff', 'aiff'],
  ])('%s is %s', (name, kind) => {
    expect(kindOf(head(name))).toBe(kind);
  });

  it.each([
    ['RIFF\0\0\0\0WAVE', 'wav'],
    ['RIFF\0\0\0\0AVI ', 'other'],
    ['%PDF-1.7', 'other'],
    ['PK\u0003\u0004', 'other'],
    ['Dear all,', null],
    ['', null],
  ])('%j is %s', (text, kind) => {
    expect(kindOf(Buffer.from(text, 'latin1'))).toBe(kind);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        kindOf(bytes);
        expect(id3Length(bytes)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a name', () => {
  it('that promises another kind is mislabelled; one that promises nothing is not', () => {
    expect(isMislabelled('a.mp3', 'flac')).toBe(true);
    expect(isMislabelled('a.MP3', 'mp3')).toBe(false);
    expect(isMislabelled('a', 'mp3')).toBe(false);
    expect(isMislabelled('constructor', 'mp3')).toBe(false);
  });

  it('promises sound or is passed over in folders', () => {
    expect(['a.mp3', 'a.FLAC', 'a.wma', 'a.m4p'].every(promisesSound)).toBe(true);
    expect(['a.jpg', '._a.mp3', 'mp3', 'a.toString'].some(promisesSound)).toBe(false);
  });

  it('gives the extension under which a file is kept, or none where it cannot be played', () => {
    expect([keptAs('a.OPUS', 'ogg'), keptAs('a', 'ogg'), keptAs('a.m4b', 'mp4'), keptAs('a.wma', 'wma')]).toEqual([
      'opus',
      'ogg',
      'm4a',
      null,
    ]);
  });
});
