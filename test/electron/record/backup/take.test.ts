import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { filesOf, isSigned } from '../../../../electron/record/backup/manifest.ts';
import { anAppend, dataOf, openOrThrow } from '../../../helpers/temp-record.ts';
import { NOON, openKept, type Kept } from './keeper-under-test.ts';

/** Every copy starts several workers; a busy machine is no reason to fail. */
const LONG = 180_000;

let kept: Kept | null = null;
afterEach(async () => {
  await kept?.end();
  kept = null;
});

const noted = (text: string): Readonly<Record<string, unknown>> => ({ type: 'noted', text });

test(
  'a copy opens with the keys, holds every entry, and a plain byte of none',
  async () => {
    kept = await openKept();
    writeFileSync(path.join(kept.folder, 'vault.json'), '{"sealed":"keys"}');
    for (let index = 0; index < 20; index += 1)
      await kept.clinic.append(anAppend('session:a', index, `c-${index}`, noted('Zacharias Fictional')));
    const manifest = dataOf(await kept.keeper.backupNow('asked'));
    expect(manifest).toMatchObject({ kind: 'clinic', seq: 20, createdAt: NOON, checkedRows: 20, checkedWhole: true });
    expect(isSigned(manifest, kept.options.clinic.chainKey)).toBe(true);
    expect(isSigned({ ...manifest, seq: 21 }, kept.options.clinic.chainKey)).toBe(false);
    const files = filesOf(manifest.stem);
    const bytes = readFileSync(path.join(kept.backups, files.database));
    expect(bytes.length).toBe(manifest.size);
    expect(bytes.includes('Zacharias')).toBe(false);
    expect(bytes.subarray(0, 6).toString('latin1')).not.toBe('SQLite');
    expect(readFileSync(path.join(kept.backups, files.vault), 'utf8')).toBe('{"sealed":"keys"}');
    expect(
      readdirSync(kept.backups)
        .filter((name) => name.startsWith('clinic-'))
        .toSorted(),
    ).toEqual([files.database, files.manifest, files.vault].toSorted());

    const file = path.join(kept.folder, 'again.db');
    writeFileSync(file, bytes);
    const again = await openOrThrow({ ...kept.options.clinic, file, mayCreate: false });
    expect(dataOf(await again.allOf('session:a'))).toEqual(dataOf(await kept.clinic.allOf('session:a')));
    await again.close();
  },
  LONG,
);

test(
  'while entries are written, a copy holds all of them up to its head',
  async () => {
    kept = await openKept();
    const { clinic, keeper } = kept;
    kept.at.live = true;
    // Enough that SQLite would move the log into the file several times.
    const big = 'y'.repeat(20_000);
    for (let index = 0; index < 200; index += 1) await clinic.append(anAppend('session:a', index, null, noted(big)));
    let acknowledged = 200;
    const atStart = acknowledged;
    let done = false;
    const copying = keeper.backupNow('asked').finally(() => {
      done = true;
    });
    while (!done) {
      const answer = await clinic.append(anAppend('session:a', acknowledged, null, noted(big)));
      expect(answer.ok).toBe(true);
      acknowledged += 1;
    }
    const manifest = dataOf(await copying);
    expect(manifest.seq).toBeGreaterThanOrEqual(atStart);
    expect(manifest.seq).toBeLessThanOrEqual(acknowledged);
    const file = path.join(kept.backups, filesOf(manifest.stem).database);
    const copy = await openOrThrow({ ...kept.options.clinic, file, mayCreate: false });
    const events = dataOf(await copy.allOf('session:a'));
    expect(events).toHaveLength(manifest.seq);
    expect(events).toEqual(dataOf(await clinic.allOf('session:a')).slice(0, manifest.seq));
    await copy.close();
  },
  LONG,
);
