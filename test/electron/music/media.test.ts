import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MAX_CHUNK } from '../../../electron/music/byte-range.ts';
import { serveMedia } from '../../../electron/music/media.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-media-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIZE = MAX_CHUNK * 2 + 77;
const bytes = Buffer.from(Uint8Array.from({ length: SIZE }, (_, i) => (i * 7919) % 251));
writeFileSync(path.join(folder, 'a.opus'), bytes);
writeFileSync(path.join(folder, 'secret.json'), '{}');
writeFileSync(path.join(folder, 'ö 1.opus'), 'x');
writeFileSync(path.join(folder, 'empty.wav'), '');
const known = new Map(
  ['a.opus', 'quiet/ö 1.opus', 'empty.wav', 'gone.opus', 'folder.opus'].map((file) => [
    file,
    path.join(folder, path.basename(file)),
  ]),
);
known.set('folder.opus', folder);

const ask = (name: string, init: RequestInit = {}): Promise<Response> =>
  serveMedia(new Request(`http://stillroom/media/${name}`, init), (file) => known.get(file) ?? null);
const range = (value: string): RequestInit => ({ headers: { Range: value } });

describe('serveMedia', () => {
  it('answers a range with 206, the bytes asked for and where they lie', async () => {
    const answer = await ask('a.opus', range('bytes=1000-1999'));
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes 1000-1999/${SIZE}`);
    expect(answer.headers.get('accept-ranges')).toBe('bytes');
    expect(answer.headers.get('content-length')).toBe('1000');
    expect(answer.headers.get('content-type')).toBe('audio/ogg; codecs=opus');
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(1000, 2000))).toBe(true);
  });

  it('cuts an open range at a mebibyte, from which the reader asks on', async () => {
    const parts: Buffer[] = [];
    for (let next = 0; next < SIZE;) {
      const answer = await ask('a.opus', range(`bytes=${next}-`));
      const part = Buffer.from(await answer.arrayBuffer());
      expect(part.length).toBeLessThanOrEqual(MAX_CHUNK);
      parts.push(part);
      next += part.length;
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    expect(parts).toHaveLength(3);
  });

  it('answers a suffix with the end of the file', async () => {
    const answer = await ask('a.opus', range('bytes=-10'));
    expect(answer.headers.get('content-range')).toBe(`bytes ${SIZE - 10}-${SIZE - 1}/${SIZE}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(SIZE - 10))).toBe(true);
  });

  it('answers without a range with the whole file', async () => {
    const answer = await ask('a.opus');
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(SIZE)]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('answers past the end with 416 and the size', async () => {
    const answer = await ask('a.opus', range(`bytes=${SIZE}-`));
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${SIZE}`]);
    expect((await ask('empty.wav', range('bytes=0-'))).status).toBe(416);
    expect((await ask('empty.wav')).status).toBe(200);
  });

  it('answers HEAD with the headers of the whole and no body', async () => {
    const answer = await ask('a.opus', { method: 'HEAD', ...range('bytes=0-10') });
    expect([answer.status, answer.headers.get('content-length'), answer.body]).toEqual([200, String(SIZE), null]);
  });

  it('finds names with spaces, letters and folders', async () => {
    expect((await ask('quiet/%C3%B6%201.opus')).status).toBe(200);
  });

  it.each([
    'secret.json',
    '../media/secret.json',
    '..%2Fsecret.json',
    '%2e%2e/secret.json',
    'a.opus/..',
    '/etc/passwd',
    '%2Fetc%2Fpasswd',
    'A.OPUS',
    '',
    '%',
    'a.opus%00',
  ])('knows no %j: only names of the catalogue, exactly', async (name) => {
    expect((await ask(name)).status).toBe(404);
  });

  it('says 404 for a file that is gone or is a folder, and 405 for other methods', async () => {
    expect((await ask('gone.opus')).status).toBe(404);
    expect((await ask('folder.opus')).status).toBe(404);
    const post = await ask('a.opus', { method: 'POST', body: 'x' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});
