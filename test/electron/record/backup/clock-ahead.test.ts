import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { markTarget } from '../../../../electron/record/backup/target.ts';
import { anAppend, dataOf } from '../../../helpers/temp-record.ts';
import { NOON, openKept } from './keeper-under-test.ts';

const DAY = 86_400_000;

test('after a clock that ran ahead was set right, copies are due again and go on to the clinic’s folder', async () => {
  const kept = await openKept();
  await kept.clinic.append(anAppend('session:a', 0, null, { type: 'noted' }));
  kept.at.now = NOON + 365 * DAY;
  dataOf(await kept.keeper.backupNow('asked'));
  const outside = path.join(kept.folder, 'share');
  mkdirSync(outside);
  markTarget(outside);
  kept.at.outside = outside;
  await kept.keeper.sendNow();
  kept.at.now = NOON + 3 * DAY;
  await kept.clinic.append(anAppend('session:a', 1, null, { type: 'noted' }));
  kept.keeper.tick();
  expect(kept.keeper.status.busy).toBe(true);
  const made = dataOf(await kept.keeper.backupNow('asked'));
  await kept.keeper.sendNow();
  expect(readdirSync(outside)).toContain(`${made.stem}.db`);
  await kept.end();
});
