import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, servePage } from '../../../electron/windows/pages.ts';

const root = mkdtempSync(join(tmpdir(), 'pages-'));
const folder = join(root, 'renderer');
mkdirSync(folder);
writeFileSync(join(folder, 'room.html'), '<p>room');
writeFileSync(join(folder, 'notes.txt'), 'no');
writeFileSync(join(root, 'secret.html'), 'secret');
writeFileSync(join(root, 'renderer-2.html'), 'secret');
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('servePage', () => {
  it('serves a page under the strict policy', async () => {
    const response = await servePage(folder, '/room.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<p>room');
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  });

  it('allows no inline script, no eval and no other origin', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  });

  it.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/../renderer-2.html',
    '/notes.txt',
    '/none.html',
    '/',
  ])('does not know %s', async (path) => {
    expect((await servePage(folder, path)).status).toBe(404);
  });

  it('does not know a name that cannot be decoded', async () => {
    expect((await servePage(folder, '/%E0%A4%A.html')).status).toBe(404);
  });
});
