import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openOwnSets } from '../../../electron/music/sets.ts';
import { MOST_SETS, type OwnSet } from '../../../shared/music/own-sets.ts';

const around = mkdtempSync(path.join(tmpdir(), 'stillroom-sets-'));
afterAll(() => rmSync(around, { recursive: true, force: true }));
let made = 0;
const newFolder = (): string => path.join(around, `music ${(made += 1)}`);
const own = (id: string, title = id): OwnSet => ({
  id,
  title,
  description: '',
  entries: [{ trackId: 'a', phase: 'peak', intensity: 4 }],
});
/** A folder whose file of sets holds this text. */
function holding(text: string): string {
  const folder = newFolder();
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'sets.json'), text);
  return folder;
}

describe('the clinic’s own sets', () => {
  it('outlive a restart, changed in their place, without what was removed', async () => {
    const folder = newFolder();
    const sets = await openOwnSets(folder);
    expect(sets.list()).toEqual([]);
    for (const id of ['one', 'two', 'three']) expect(await sets.save(own(id))).toMatchObject({ ok: true });
    expect(await sets.save(own('two', 'Second'))).toMatchObject({ ok: true });
    expect(await sets.remove('one')).toMatchObject({ ok: true });
    expect(await sets.remove('one')).toMatchObject({ kind: 'refused', code: 'music.setUnknown' });
    const again = await openOwnSets(folder);
    expect(again.list().map(({ id, title }) => [id, title])).toEqual([
      ['two', 'Second'],
      ['three', 'three'],
    ]);
    expect(again.findings).toEqual([]);
  });

  it('are all kept where several are saved at once', async () => {
    const folder = newFolder();
    const sets = await openOwnSets(folder);
    await Promise.all(Array.from({ length: MOST_SETS }, (_, number) => sets.save(own(`s${number}`))));
    expect(await sets.save(own('one too many'))).toMatchObject({ code: 'music.setsFull' });
    expect((await openOwnSets(folder)).list()).toHaveLength(MOST_SETS);
  });

  it.each(['', '{"schemaVersion":1,"sets":[{', '{"schemaVersion":1,"sets":[{"id":"x"}]}', '[]'])(
    'set a damaged file aside and say so: %j',
    async (text) => {
      const folder = holding(text);
      writeFileSync(path.join(folder, 'sets.damaged-1.json'), 'an older one');
      const sets = await openOwnSets(folder);
      expect(sets.findings).toEqual(['musicSetsDamaged']);
      expect(readFileSync(path.join(folder, 'sets.damaged-1.json'), 'utf8')).toBe('an older one');
      expect(readFileSync(path.join(folder, 'sets.damaged-2.json'), 'utf8')).toBe(text);
      expect(await sets.save(own('new'))).toMatchObject({ ok: true });
      expect((await openOwnSets(folder)).findings).toEqual([]);
    },
  );

  it('of a newer version are left alone and nothing is changed', async () => {
    const newer = '{"schemaVersion":2,"sets":"in some other form"}';
    const folder = holding(newer);
    const sets = await openOwnSets(folder);
    expect(sets.findings).toEqual(['musicSetsNewer']);
    expect(await sets.save(own('new'))).toMatchObject({ kind: 'refused', code: 'music.setsNewer' });
    expect(readFileSync(path.join(folder, 'sets.json'), 'utf8')).toBe(newer);
  });

  it('stay as they were where the disk takes nothing', async () => {
    const folder = newFolder();
    const sets = await openOwnSets(folder);
    await sets.save(own('one'));
    // A folder in the way of the new file: what writes beside the old one fails.
    mkdirSync(path.join(folder, 'sets.json.new'));
    expect(await sets.save(own('two'))).toMatchObject({ kind: 'unsaved', code: 'music.notWritten' });
    expect(sets.list().map(({ id }) => id)).toEqual(['one']);
    expect((await openOwnSets(folder)).list().map(({ id }) => id)).toEqual(['one']);
  });

  it('that cannot be read at all are told as such, and nothing is written over them', async () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'sets.json'), { recursive: true });
    const sets = await openOwnSets(folder);
    expect(sets.findings).toEqual(['musicSetsUnreachable']);
    expect(await sets.save(own('one'))).toMatchObject({ code: 'music.setsUnreachable' });
    expect(existsSync(path.join(folder, 'sets.json'))).toBe(true);
  });
});
