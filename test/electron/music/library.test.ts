import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isLibrary, loadLibrary, parseLibrary } from '../../../electron/music/library.ts';
import { catalogOf, trackOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the library', () => {
  it('gives each set with the recovery bed, and finds exactly the files of the catalogue', async () => {
    writeFileSync(path.join(folder, 'catalog.json'), JSON.stringify(catalogOf([trackOf('a', 'onset', 600_000)])));
    const library = await loadLibrary(folder);
    if (!isLibrary(library)) throw new Error(library.detail);
    expect(library.sets).toHaveLength(1);
    expect(library.sets[0]?.set?.tracks[0]?.id).toBe('a');
    expect(library.sets[0]?.recovery).toMatchObject({ id: 'bed', phase: 'recovery' });
    expect(library.sets[0]?.recovery).not.toHaveProperty('loop');
    expect(library.lookup('set/a.opus')).toBe(path.join(folder, 'set', 'a.opus'));
    expect(library.lookup('a.opus')).toBeNull();
    expect(library.lookup('catalog.json')).toBeNull();
    expect(library.lookup('__proto__')).toBeNull();
  });

  it('says that the catalogue is missing', async () => {
    expect(await loadLibrary(path.join(folder, 'nowhere'))).toMatchObject({ code: 'musicMissing' });
  });

  it('names the field of a damaged catalogue', () => {
    const damaged = JSON.stringify(catalogOf([{ ...trackOf('a', 'onset', 600_000), intensity: 9 } as never]));
    expect(parseLibrary(damaged, folder)).toMatchObject({
      code: 'musicDamaged',
      detail: expect.stringContaining('sets.0.tracks.0.intensity'),
    });
    expect(parseLibrary('{', folder)).toMatchObject({ code: 'musicDamaged' });
  });

  it.each(['../x.opus', '/etc/passwd', 'a/../../x.opus', 'a\\b.opus', ''])(
    'refuses a file that leaves its folder: %j',
    (file) => {
      const catalog = JSON.stringify(catalogOf([{ ...trackOf('a', 'onset', 600_000), file }]));
      expect(parseLibrary(catalog, folder)).toMatchObject({ code: 'musicDamaged' });
    },
  );
});
