import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hashPin, isPin, pinFits } from '../../../electron/access/pin.ts';
import { addStaff, changePin, editStaff } from '../../../electron/access/staff-changes.ts';
import { createStaffAccess, type StaffAccess } from '../../../electron/access/staff.ts';
import type { RecordClient } from '../../../electron/record/client.ts';
import type { AuditBody } from '../../../shared/people/audit-events.ts';
import type { Role } from '../../../shared/people/people.ts';
import { clockAt, dataOf, openTempRecord, type TempRecord } from '../../helpers/temp-record.ts';

const app = { kind: 'app' } as const;
let temp: TempRecord;
let record: RecordClient;
let access: StaffAccess;

beforeAll(async () => {
  temp = await openTempRecord();
  record = temp.record;
});
afterAll(() => temp.end());
beforeEach(() => {
  access = createStaffAccess(record);
});

const add = async (name: string, role: Role, pin: string): Promise<string> =>
  dataOf(await addStaff(record, { name, role, pin }, app, clockAt(0))).staffId;
const auditOf = async (staffId: string): Promise<AuditBody[]> =>
  dataOf(await record.allOf('audit'))
    .map((event) => event.body as AuditBody)
    .filter((body) => 'staffId' in body && body.staffId === staffId);

test('a staff member is added, signs in and out, and all of it is in the audit', async () => {
  const staffId = await add(' Mara Lind ', 'nurse', '4711');
  const mara = { staffId, name: 'Mara Lind', role: 'nurse', active: true };
  expect(dataOf(await record.staff())).toContainEqual(mara);
  expect(dataOf(await access.signIn(staffId, '4711', clockAt(1)))).toEqual(mara);
  await access.signOut(staffId, clockAt(2));
  expect(await auditOf(staffId)).toEqual([
    { type: 'staffAdded', staffId, role: 'nurse' },
    { type: 'signedIn', staffId },
    { type: 'signedOut', staffId },
  ]);
});

test('a wrong PIN is refused and noted, without a digit of it', async () => {
  const staffId = await add('Wanda', 'nurse', '80915');
  expect(await access.signIn(staffId, '80916', clockAt(1))).toEqual({
    ok: false,
    kind: 'refused',
    code: 'access.wrongPin',
    params: {},
    field: 'pin',
  });
  expect(await access.checkPin(staffId, '', null, clockAt(1))).toMatchObject({ ok: false, code: 'access.wrongPin' });
  expect((await auditOf(staffId)).slice(1)).toEqual([
    { type: 'signInFailed', staffId, why: 'wrongPin' },
    { type: 'pinRefused', staffId, why: 'wrongPin' },
  ]);
  const all = JSON.stringify([dataOf(await record.allOf('audit')), dataOf(await record.allOf(`staff:${staffId}`))]);
  for (const pin of ['80915', '80916']) expect(all).not.toContain(`"${pin}"`);
});

test('after five wrong ones the right one has to wait too, tried one by one or all at once', async () => {
  const staffId = await add('Ida', 'nurse', '1357');
  const tries = await Promise.all(
    ['1', '2', '3', '4', '5', '6', '1357'].map((pin) => access.signIn(staffId, pin, clockAt(10))),
  );
  expect(tries.map((answer) => (answer.ok ? 'in' : answer.code))).toEqual([
    ...Array.from({ length: 5 }, () => 'access.wrongPin'),
    'access.mustWait',
    'access.mustWait',
  ]);
  expect(tries[5]).toMatchObject({ kind: 'refused', params: { seconds: 30 } });
  expect(await access.signIn(staffId, '1357', clockAt(40))).toMatchObject({ ok: true });
});

test('a PIN for one act: of whoever it is, of the roles it takes', async () => {
  const nurse = await add('Nora', 'nurse', '2222');
  const owner = await add('Olga', 'owner', '3333');
  expect(dataOf(await access.checkPin(nurse, '2222', null, clockAt(1))).staffId).toBe(nurse);
  expect(await access.checkPin(nurse, '2222', ['clinician', 'owner'], clockAt(1))).toMatchObject({
    ok: false,
    code: 'access.roleMissing',
  });
  expect(dataOf(await access.checkPin(owner, '3333', ['clinician', 'owner'], clockAt(1))).staffId).toBe(owner);
  expect(await access.checkPin(nurse, '3333', null, clockAt(1))).toMatchObject({ ok: false, code: 'access.wrongPin' });
  expect(await access.signIn('nobody', '2222', clockAt(1))).toMatchObject({ ok: false, code: 'access.unknownStaff' });
});

test('another PIN, another role, and leaving', async () => {
  const staffId = await add('Petra', 'nurse', '4444');
  const author = { kind: 'staff', staffId } as const;
  dataOf(await changePin(record, { staffId, pin: '55555555' }, author, clockAt(1)));
  expect(await access.signIn(staffId, '4444', clockAt(2))).toMatchObject({ ok: false, code: 'access.wrongPin' });
  expect(await access.signIn(staffId, '55555555', clockAt(2))).toMatchObject({ ok: true });
  dataOf(
    await editStaff(record, { staffId, name: 'Petra Kern', role: 'clinician', active: false }, author, clockAt(3)),
  );
  expect(await access.signIn(staffId, '55555555', clockAt(4))).toMatchObject({ ok: false, code: 'access.staffLeft' });
  expect(dataOf(await record.staff())).toContainEqual({
    staffId,
    name: 'Petra Kern',
    role: 'clinician',
    active: false,
  });
  expect((await auditOf(staffId)).map((body) => body.type)).toEqual([
    'staffAdded',
    'staffPinChanged',
    'signInFailed',
    'signedIn',
    'staffEdited',
    'signInFailed',
  ]);
  expect(
    await editStaff(record, { staffId: 'nobody', name: 'N', role: 'nurse', active: true }, author, clockAt(5)),
  ).toMatchObject({ ok: false, code: 'access.unknownStaff' });
});

test('a PIN has 4 to 8 digits and is kept as a hash with a salt of its own', async () => {
  expect(['1234', '12345678'].map(isPin)).toEqual([true, true]);
  expect(['123', '123456789', '12 34', '１２３４', 'abcd', ''].map(isPin)).toEqual(
    Array.from({ length: 6 }, () => false),
  );
  expect(await addStaff(record, { name: 'X', role: 'nurse', pin: '123' }, app, clockAt(0))).toMatchObject({
    ok: false,
    kind: 'invalid',
    field: 'pin',
  });
  expect(await addStaff(record, { name: ' ', role: 'nurse', pin: '1234' }, app, clockAt(0))).toMatchObject({
    ok: false,
    kind: 'invalid',
    field: 'name',
  });
  // The longest: a hash could hold four digits by chance.
  const [one, other] = [await hashPin('12345678'), await hashPin('12345678')];
  expect(one).not.toBe(other);
  expect(one).not.toContain('12345678');
  expect([await pinFits('12345678', one), await pinFits('12345679', one), await pinFits('12345678', other)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('a disk that is full locks nobody out, and the audit is made up for', async () => {
  const staffId = await add('Vera', 'nurse', '6666');
  let full = true;
  const limited: RecordClient = {
    ...record,
    append: (request) =>
      full ? Promise.resolve({ ok: false, kind: 'unsaved', code: 'disk.full', params: {} }) : record.append(request),
  };
  const door = createStaffAccess(limited);
  expect(await door.signIn(staffId, '6666', clockAt(1))).toMatchObject({ ok: true });
  expect(await auditOf(staffId)).toHaveLength(1);
  full = false;
  await door.signOut(staffId, clockAt(2));
  expect((await auditOf(staffId)).map((body) => body.type)).toEqual(['staffAdded', 'signedIn', 'signedOut']);
});
