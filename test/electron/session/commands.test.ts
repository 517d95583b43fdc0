import { expect, test } from 'vitest';
import {
  authorOf,
  checkPins,
  prescriberRoles,
  withoutPins,
  type PinCheck,
} from '../../../electron/session/commands.ts';
import { failure, success } from '../../../shared/ipc/answer.ts';
import type { Role } from '../../../shared/people/people.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';

const signed = { staffId: 'lindqvist', pin: '4711' };
const commands: readonly (readonly [SessionCommand, readonly Role[] | null])[] = [
  [{ type: 'signSession', meaning: 'reviewed', next: null, ...signed }, prescriberRoles],
  [{ type: 'cosignSession', meaning: 'reviewed', ...signed }, prescriberRoles],
  [{ type: 'addAddendum', addendumId: 'a', text: 'late', ...signed }, null],
];

test.each(commands)('$type asks for the PIN of a role, and carries none of it further', async (command, roles) => {
  const asked: unknown[] = [];
  const wrong: PinCheck = (...args) => {
    asked.push(args);
    return Promise.resolve(failure('refused', 'access.wrongPin'));
  };
  expect(await checkPins(command, wrong)).toMatchObject({ ok: false, code: 'access.wrongPin' });
  expect(asked).toEqual([['lindqvist', '4711', roles]]);
  const right: PinCheck = () =>
    Promise.resolve(success({ staffId: 'lindqvist', name: 'Dr. L.', role: 'clinician', active: true }));
  expect(await checkPins(command, right)).toMatchObject({ ok: true });
  const envelope = { sessionId: 's', commandId: 'c', seenSeq: 1, command };
  expect(JSON.stringify(withoutPins(envelope))).not.toContain('4711');
  // Nobody signs at the locked screen.
  expect(authorOf(command, null)).toMatchObject({ ok: false, code: 'access.signInNeeded' });
});
