import { expect, test } from 'vitest';
import { createReadNotes } from '../../../electron/ipc/read-notes.ts';
import type { Append } from '../../../electron/record/client.ts';
import { failure, success } from '../../../shared/ipc/answer.ts';
import { auditBodySchema } from '../../../shared/people/audit-events.ts';
import { FakeClock, MINUTE } from '../../helpers/fake-clock.ts';

test('a session that is read is one line of the audit a day and person', async () => {
  const clock = new FakeClock();
  const lines: unknown[] = [];
  let full = true;
  const append = (appended: Append) => {
    if (full) return Promise.resolve(failure('unsaved', 'disk.full'));
    for (const { author, body } of appended.events) lines.push([author, auditBodySchema.parse(body)]);
    return Promise.resolve(success(null, 1));
  };
  const note = createReadNotes();
  // Somebody read it today, before this start.
  const before = [{ staffId: 'tan', at: clock.now().wallMs }];
  const review = () => Promise.resolve(success({ found: before, behind: { left: 0, total: 0, over: 0 } }));
  const clinic = { append, review } as unknown as Parameters<typeof note>[0];
  const read = (staffId: string, sessionId = 's1') =>
    note(clinic, { sessionId, practice: false, staffId }, clock.now());
  expect((await read('okafor')).ok).toBe(false);
  full = false;
  for (const staffId of ['okafor', 'okafor', 'tan', 'lindqvist', 'okafor']) await read(staffId);
  await read('okafor', 's2');
  const line = (staffId: string, sessionId: string) => [
    { kind: 'staff', staffId },
    { type: 'recordRead', sessionId, practice: false },
  ];
  expect(lines).toEqual([line('okafor', 's1'), line('lindqvist', 's1'), line('okafor', 's2')]);
  clock.advance(24 * 60 * MINUTE);
  await read('okafor');
  await read('tan');
  expect(lines).toHaveLength(5);
});
