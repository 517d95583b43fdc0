import { expect, test } from 'vitest';
import { appendEvents } from '../../../../electron/record/append.ts';
import { catchUp } from '../../../../electron/record/catch-up.ts';
import { erasePatient } from '../../../../electron/record/retention/erase.ts';
import { closeStore } from '../../../../electron/record/store.ts';
import { decryptedPages } from '../../../helpers/decrypted-pages.ts';
import {
  anAppend,
  clockAt,
  createdBody,
  openStoreOrThrow,
  tempFolder,
  tempOptions,
} from '../../../helpers/temp-record.ts';

/** Parts of planted words: the index cuts off what a word shares with its neighbour. */
const planted = ['uappenstei', 'auwalgesan', 'euchtturmwaer'];

test('no byte of an erased patient is left in any page, free or used, index of searched words included', () => {
  const { folder, remove } = tempFolder();
  const options = tempOptions(folder);
  let store = openStoreOrThrow(options);
  const details = { name: 'Zora Quappenstein', birthDate: '1961-07-23', allergies: 'Blauwalgesang' };
  for (const [index, id] of ['p1', 'p2', 'p3'].entries()) {
    // Others before and after, so that words of several people share pages.
    const named = id === 'p2' ? details : { ...details, name: `Ada Quarz ${id}`, allergies: '' };
    appendEvents(store, [
      anAppend(`patient:${id}`, 0, null, { type: 'patientCreated', details: named, notSameAs: [] }, index),
    ]);
    appendEvents(store, [anAppend(`session:s-${id}`, 0, null, createdBody({ patientId: id }), index)]);
    const text = id === 'p2' ? 'Hears Blauwalgesang of a Leuchtturmwaerter' : 'Blue, quiet, level';
    appendEvents(store, [anAppend(`session:s-${id}`, 1, null, { type: 'noted', text }, index)]);
    catchUp(store);
  }
  closeStore(store);
  const before = decryptedPages(options.file, options.dataKey).toString('latin1').toLowerCase();
  expect(planted.map((word) => before.includes(word))).toEqual([true, true, true]);

  store = openStoreOrThrow(options);
  const author = { kind: 'staff', staffId: 'owner' } as const;
  const request = { patientId: 'p2', erasureId: 'e1', rule: 'request', reason: 'Asked for', author };
  expect(erasePatient(store, { ...request, recordedAt: clockAt(9) })).toMatchObject({ ok: true });
  closeStore(store);
  const after = decryptedPages(options.file, options.dataKey).toString('latin1').toLowerCase();
  expect(planted.filter((word) => after.includes(word))).toEqual([]);
  expect(after.includes('quarz')).toBe(true);
  remove();
});
