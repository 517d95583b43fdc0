import { afterAll, expect, test } from 'vitest';
import { appendEvents } from '../../../../electron/record/append.ts';
import { catchUp } from '../../../../electron/record/catch-up.ts';
import { erasePatient } from '../../../../electron/record/retention/erase.ts';
import { infusionsOf } from '../../../../electron/record/search/infusions.ts';
import { closeStore } from '../../../../electron/record/store.ts';
import { SESSION_BODY_VERSION, sessionStream, type SessionEvent } from '../../../../shared/session/event.ts';
import { FakeClock, MINUTE } from '../../../helpers/fake-clock.ts';
import { TestRoom } from '../../../helpers/session-builder.ts';
import { anAppend, clockAt, openStoreOrThrow, tempFolder, tempOptions } from '../../../helpers/temp-record.ts';

const { folder, remove } = tempFolder();
const store = openStoreOrThrow(tempOptions(folder));
const told = infusionsOf(store.reader);
afterAll(() => {
  closeStore(store);
  remove();
});

test('what was folded once is told from memory, until the record goes on or the patient is erased', () => {
  const room = new TestRoom(new FakeClock()).started().run(10 * MINUTE);
  const { patientId } = room.session.created;
  const details = { name: 'Zora Quappenstein', birthDate: '1961-07-23', allergies: '' };
  appendEvents(store, [
    anAppend(`patient:${patientId ?? ''}`, 0, null, { type: 'patientCreated', details, notSameAs: [] }),
  ]);
  const keep = (events: readonly SessionEvent[], expectedSeq: number) =>
    appendEvents(store, [
      {
        ...{ stream: sessionStream('s1'), expectedSeq, commandId: null },
        ...{ recordedAt: room.clock.now(), version: SESSION_BODY_VERSION, events },
      },
    ]);
  const length = room.events.length;
  expect(keep(room.events, 0)).toMatchObject({ ok: true });
  catchUp(store);
  expect(told('s1').earlier?.readings).toHaveLength(1);
  expect(told('s1').earlier).toBe(told('s1').earlier);
  room.takeReading();
  expect(keep(room.events.slice(length), length)).toMatchObject({ ok: true });
  expect(told('s1').earlier?.readings).toHaveLength(2);
  catchUp(store);
  const author = { kind: 'staff', staffId: 'owner' } as const;
  const request = { patientId: patientId ?? '', erasureId: 'e1', rule: 'request', reason: 'Asked for', author };
  expect(erasePatient(store, { ...request, recordedAt: clockAt(9) })).toMatchObject({ ok: true });
  expect(told('s1')).toMatchObject({ infusion: null, earlier: null });
});
