import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BytesOf } from '../../../../electron/music/import/bytes.ts';
import { mp3Length, wavLength, type Length } from '../../../../electron/music/import/length.ts';
import { take, type NotTaken, type Taken } from '../../../../electron/music/import/take.ts';
import { filesIn, MOST_FILES } from '../../../../electron/music/import/walk.ts';
import { flacOf } from '../../../helpers/flac.ts';
import { hashOf } from '../../../helpers/library-tracks.ts';
import { mayMount, smallDisk } from '../../../helpers/small-disk.ts';
import { wavOf } from '../../../helpers/wav.ts';

const fixtures = path.join(import.meta.dirname, '../../../fixtures/music');
const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-take-'));
const incoming = mkdtempSync(path.join(tmpdir(), 'stillroom-incoming-'));
afterAll(() => [folder, incoming].forEach((one) => rmSync(one, { recursive: true, force: true })));

function fileOf(name: string, bytes: Uint8Array): string {
  writeFileSync(path.join(folder, name), bytes);
  return path.join(folder, name);
}

async function taken(source: string): Promise<Taken> {
  const found = await take(source, incoming, 1);
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

function lengthOf(file: string, of: (file: BytesOf) => Length | null): Length | null {
  const bytes = new BytesOf(file);
  try {
    return of(bytes);
  } finally {
    bytes.close();
  }
}

describe('taking a file', () => {
  it('copies it under the hash of its content, byte for byte, and reads its tags', async () => {
    const source = path.join(fixtures, 'tone.mp3');
    const found = await taken(source);
    expect(found).toMatchObject({ title: 'Made-up Morning', artist: 'The Fictional Trio', gainDb: -6.5 });
    expect(found.id).toBe(hashOf(readFileSync(source)));
    expect(path.basename(found.copy)).toBe(`1-${found.id}.mp3`);
    expect(readFileSync(found.copy).equals(readFileSync(source))).toBe(true);
    rmSync(found.copy);
  });

  it('calls a file without tags by its name', async () => {
    const found = await taken(fileOf('Slow Morning.wav', wavOf({ seconds: 1 })));
    expect(found).toMatchObject({ title: 'Slow Morning', artist: '', gainDb: null, declaredMs: 1000 });
    rmSync(found.copy);
  });

  const mp3 = readFileSync(path.join(fixtures, 'tone.mp3'));
  const m4a = readFileSync(path.join(fixtures, 'tone.m4a'));
  const fourHours = wavOf({ seconds: 0, before: 1 });
  // One byte a second: a header may promise what it likes, the length of its sound is what it says.
  fourHours.writeUInt32LE(1, 24);
  fourHours.writeUInt16LE(1, 32);
  it.each<[string, Uint8Array, NotTaken['reason']]>([
    ['empty.mp3', Buffer.alloc(0), 'empty'],
    ['letter.mp3', Buffer.from('Dear all'), 'unknown'],
    ['named.flac', mp3, 'mislabelled'],
    ['bought.m4p', Buffer.from(m4a.toString('latin1').replace('mp4a', 'drms'), 'latin1'), 'protected'],
    ['cut.m4a', m4a.subarray(0, -100), 'truncated'],
    ['cut.mp3', mp3.subarray(0, mp3.length / 3), 'truncated'],
    ['cut.wav', wavOf({ seconds: 1 }).subarray(0, -1000), 'truncated'],
    ['headless.wav', Buffer.from('RIFF\0\0\0\0WAVEnope\0\0\0\0'), 'broken'],
    ['day.wav', fourHours, 'tooLong'],
    ['half a day.flac', flacOf({ seconds: 12 * 3600, sound: 'still' }), 'tooLong'],
    ['frames of nothing.mp3', Buffer.concat([mp3.subarray(0, 600), Buffer.alloc(9000, 1)]), 'broken'],
  ])('%s is refused, and nothing of it is left', async (name, bytes, reason) => {
    expect(await take(fileOf(name, bytes), incoming, 1)).toMatchObject({ reason });
    expect(readdirSync(incoming)).toEqual([]);
  });

  it('a file that is not there any more is gone, as on a stick that was pulled out; a folder is unreadable', async () => {
    expect(await take(path.join(folder, 'nowhere.mp3'), incoming, 1)).toMatchObject({ reason: 'gone' });
    expect(await take(folder, incoming, 1)).toMatchObject({ reason: 'unreadable' });
  });

  it.runIf(mayMount())('says that the disk is full, and leaves nothing on it', async () => {
    const disk = smallDisk(64 * 1024);
    try {
      const source = fileOf('larger.wav', wavOf({ seconds: 1 }));
      expect(await take(source, disk.folder, 1)).toMatchObject({ reason: 'diskFull' });
      expect(readdirSync(disk.folder)).toEqual([]);
    } finally {
      disk.remove();
    }
  });
});

describe('the length of a file', () => {
  it('is what the header of a wav file says', () => {
    const bytes = wavOf({ seconds: 130, rate: 8000 });
    expect(lengthOf(fileOf('long.wav', bytes), wavLength)).toEqual({ declaredMs: 130_000, cut: false });
  });

  it('is that of all frames of an mp3, with junk between them left out', () => {
    const one = readFileSync(path.join(fixtures, 'tone.mp3'));
    const sound = one.subarray(one.indexOf(Buffer.from([0xff, 0xf3]), 700));
    const joined = Buffer.concat(Array.from({ length: 70 }, () => Buffer.concat([sound, Buffer.alloc(500)])));
    const found = lengthOf(fileOf('long.mp3', joined), (file) => mp3Length(file, 0));
    expect(found?.cut).toBe(false);
    expect(found?.declaredMs).toBeCloseTo(
      70 * (lengthOf(fileOf('one.mp3', sound), (file) => mp3Length(file, 0))?.declaredMs ?? 0),
      3,
    );
  });
});

describe('what was chosen', () => {
  it('is the files by name, and of folders what promises sound, at any depth, in order', () => {
    const stick = mkdtempSync(path.join(folder, 'stick '));
    for (const name of ['b.mp3', 'a.mp3', 'cover.jpg', '.hidden.mp3'])
      copyFileSync(path.join(fixtures, 'tone.mp3'), path.join(stick, name));
    const { files, folders } = filesIn([path.join(stick, 'cover.jpg'), stick]);
    expect(files.map((file) => path.basename(file))).toEqual(['cover.jpg', 'a.mp3', 'b.mp3']);
    expect(folders).toEqual([]);
  });

  const entry = (name: string, isFile: boolean) => ({ name, isFile: () => isFile, isDirectory: () => !isFile });

  it('says of a folder that cannot be read that it was not looked through, and goes on with the others', () => {
    const inside: Readonly<Record<string, readonly ReturnType<typeof entry>[]>> = {
      [folder]: [entry('closed', false), entry('open', false)],
      [path.join(folder, 'open')]: [entry('a.mp3', true)],
    };
    const found = filesIn([folder], (one) => {
      const entries = inside[one];
      if (entries === undefined) throw new Error('EACCES');
      return entries;
    });
    expect(found).toEqual({
      files: [path.join(folder, 'open', 'a.mp3')],
      folders: [{ folder: path.join(folder, 'closed'), reason: 'folder' }],
    });
  });

  it('says once where there is too much to be a music collection', () => {
    const many = Array.from({ length: MOST_FILES + 1 }, (_, index) => entry(`${index}.mp3`, true));
    const found = filesIn([folder, incoming], () => many);
    expect(found.files).toHaveLength(MOST_FILES);
    expect(found.folders).toEqual([{ folder, reason: 'tooMany' }]);
  });
});
