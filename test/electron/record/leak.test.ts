import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createVault } from '../../../electron/access/vault.ts';
import { addStaff } from '../../../electron/access/staff-changes.ts';
import { createPatient, editPatient } from '../../../electron/record/people.ts';
import { noKeychain } from '../../helpers/keychains.ts';
import { anAppend, clockAt, dataOf, openOrThrow, tempFolder, tempOptions } from '../../helpers/temp-record.ts';

const author = { kind: 'app' } as const;
// None so short that random bytes could read like it.
const planted = [
  'Zyxwvutia Quappenstein',
  'Quappenstein',
  '1961-07-23',
  'Erdnussallergie',
  'Blauwalgesang',
  'correct horse battery',
  '73914628',
];

/** Every byte of every file in a folder, by name. */
function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));
}

function leaks(folder: string): string[] {
  return [...filesOf(folder)].flatMap(([name, bytes]) =>
    planted
      .filter((word) =>
        [
          Buffer.from(word, 'utf8'),
          Buffer.from(word, 'utf16le'),
          Buffer.from(Buffer.from(word).toString('base64').slice(0, -4)),
        ].some((form) => bytes.includes(form)),
      )
      .map((word) => `${word} in ${name}`),
  );
}

test('no file holds a byte of what the record knows: database, log, index, vault and its copy', async () => {
  const { folder, remove } = tempFolder();
  const place = { file: path.join(folder, 'vault.json'), databases: [], keychain: noKeychain };
  const { keys } = dataOf(await createVault(place, 'correct horse battery'));
  const record = await openOrThrow({ ...tempOptions(folder), ...keys.clinic });
  const details = { name: 'Zyxwvutia Quappenstein', birthDate: '1961-07-23', allergies: 'Erdnussallergie' };
  const { patientId } = dataOf(await createPatient(record, { details, knownDuplicate: false }, author, clockAt(0)));
  dataOf(
    await editPatient(
      record,
      { patientId, details: { ...details, allergies: 'Erdnussallergie, stark' } },
      author,
      clockAt(1),
    ),
  );
  dataOf(await addStaff(record, { name: 'Quappenstein', role: 'nurse', pin: '73914628' }, author, clockAt(2)));
  dataOf(await record.append(anAppend('session:s', 0, null, { type: 'noted', text: 'Blauwalgesang' })));
  expect(dataOf(await record.findPatients('quappen'))).toHaveLength(1);
  expect([...filesOf(folder).keys()].toSorted()).toEqual([
    'clinic.anchors',
    'clinic.db',
    'clinic.db-shm',
    'clinic.db-wal',
    'clinic.db.lock',
    'vault.json',
    'vault.json.copy',
  ]);
  expect(leaks(folder)).toEqual([]);
  for (const key of [keys.clinic.dataKey, keys.clinic.chainKey]) {
    for (const bytes of filesOf(folder).values()) {
      expect(
        [
          Buffer.from(key),
          Buffer.from(Buffer.from(key).toString('base64')),
          Buffer.from(Buffer.from(key).toString('hex')),
        ].some((form) => bytes.includes(form)),
      ).toBe(false);
    }
  }
  await record.close();
  expect(leaks(folder)).toEqual([]);
  remove();
});
