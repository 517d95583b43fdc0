import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { expireCopies } from '../../../../electron/record/backup/expire-copies.ts';
import { MAX_AGE_DAYS } from '../../../../electron/record/backup/rotation.ts';
import { tempFolder } from '../../../helpers/temp-record.ts';

test('what a restore set aside goes with the last backup of its time, with its log; nothing else does', () => {
  const { folder, remove } = tempFolder();
  const old = ['clinic.before-restore-2026-01-02-1.db', 'clinic.before-restore-2026-01-02-1.db-wal'];
  const others = [
    'clinic.before-restore-2026-01-04-1.db',
    'clinic.db',
    'clinic.before-restore-2026-01-02-1.db.txt',
    'x clinic.before-restore-2026-01-02-1.db',
  ];
  for (const name of [...old, ...others]) writeFileSync(path.join(folder, name), '');
  const at = (day: number): number => Date.UTC(2026, 0, day + MAX_AGE_DAYS);
  expireCopies(path.join(folder, 'clinic.db'), at(2));
  expect(old.every((name) => existsSync(path.join(folder, name)))).toBe(true);
  expireCopies(path.join(folder, 'clinic.db'), at(3));
  expect(readdirSync(folder).toSorted()).toEqual(others.toSorted());
  remove();
});
