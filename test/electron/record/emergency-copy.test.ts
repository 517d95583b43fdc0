import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { copyKeyOf } from '../../../electron/access/copy-key.ts';
import { readEmergencyCopy, writeEmergencyCopy } from '../../../electron/record/emergency-copy.ts';
import { TestRoom } from '../../helpers/session-builder.ts';
import { tempFolder } from '../../helpers/temp-record.ts';

const chainKey = randomBytes(32);
const patient = {
  patientId: 'patient-1',
  name: 'Testa Fictional',
  birthDate: '1984-03-12',
  allergies: 'none',
  createdAt: 0,
};

/** A session of which the last two events were not on disk. */
function session() {
  const room = new TestRoom().started();
  room.do({ type: 'note', text: 'Fictional words' });
  const head = { madeAt: room.clock.now(), patient, protocol: room.protocol, saved: room.session.seq - 2 };
  return { head, events: room.events };
}

it('opens with the key that the vault gives again, whole and in order, and tells what was saved', async () => {
  const { folder, remove } = tempFolder();
  const file = path.join(folder, 'copy.age');
  const copy = session();
  expect(await writeEmergencyCopy(file, await copyKeyOf(chainKey), copy)).toMatchObject({ ok: true });
  const read = await readEmergencyCopy(file, (await copyKeyOf(chainKey)).identity);
  expect(read).toMatchObject({ ok: true, data: copy });
  expect(readFileSync(file).includes('Fictional')).toBe(false);
  remove();
});

it('does not open for another clinic, when it was changed or cut, or over another file', async () => {
  const { folder, remove } = tempFolder();
  const file = path.join(folder, 'copy.age');
  const key = await copyKeyOf(chainKey);
  await writeEmergencyCopy(file, key, session());
  expect(await writeEmergencyCopy(file, key, session())).toMatchObject({ ok: false, code: 'archive.exists' });
  const other = await copyKeyOf(randomBytes(32));
  expect(await readEmergencyCopy(file, other.identity)).toMatchObject({ ok: false, code: 'archive.wrongKey' });
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, -40));
  expect((await readEmergencyCopy(file, key.identity)).ok).toBe(false);
  bytes[bytes.length - 60] = (bytes[bytes.length - 60] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect((await readEmergencyCopy(file, key.identity)).ok).toBe(false);
  expect(await readEmergencyCopy(path.join(folder, 'none.age'), key.identity)).toMatchObject({ ok: false });
  remove();
});

it('says that a place takes no copy, and leaves nothing there', async () => {
  const key = await copyKeyOf(chainKey);
  const answer = await writeEmergencyCopy('/nowhere/at/all/copy.age', key, session());
  expect(answer).toMatchObject({ ok: false, code: 'copy.notWritten' });
});
