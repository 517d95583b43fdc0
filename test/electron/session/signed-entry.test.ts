import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPin } from '../../../electron/access/pin.ts';
import { createStaffAccess } from '../../../electron/access/staff.ts';
import type { OpenDesk } from '../../../electron/desk.ts';
import { sessionHandlers } from '../../../electron/ipc/session-handlers.ts';
import type { RecordClient } from '../../../electron/record/client.ts';
import { success, type Answer } from '../../../shared/ipc/answer.ts';
import type { Staff } from '../../../shared/people/people.ts';
import type { CommandEnvelope, SessionCommand } from '../../../shared/session/command.ts';
import { holderOf } from '../../../shared/session/watch.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const person = (staffId: string, role: Staff['role']): Staff => ({ staffId, name: staffId, role, active: true });
const alvarez = person('alvarez', 'nurse');
const staff = [alvarez, person('okafor', 'nurse'), person('brandt', 'therapist')];
const PIN = '2580';

let secret: string;
beforeAll(async () => {
  secret = await hashPin(PIN);
});

let room: TestRoom;
let signedIn: Staff | null;
/** What went on to the runner. */
let passedOn: CommandEnvelope[];
let ask: (command: SessionCommand, as?: CommandEnvelope['as']) => Promise<Answer<unknown>>;

beforeEach(() => {
  room = new TestRoom().started();
  signedIn = alvarez;
  passedOn = [];
  const record = {
    staff: () => Promise.resolve(success(staff)),
    staffSecret: () => Promise.resolve(success(secret)),
    append: () => Promise.resolve(success({ seq: 1 })),
  } as unknown as RecordClient;
  const access = createStaffAccess(record);
  const runner = {
    get ahead() {
      return room.session;
    },
    execute: (envelope: CommandEnvelope, author: TestRoom['author']) => {
      passedOn.push(envelope);
      room.author = author;
      const answer = room.ask(envelope.command);
      return Promise.resolve(answer.ok ? success({}) : answer);
    },
  };
  const desk = {
    room: { runner: () => Promise.resolve(success(runner)), live: runner },
    signedIn: () => signedIn,
    checkPin: (staffId: string, pin: string, roles: null) => access.checkPin(staffId, pin, roles, room.clock.now()),
  } as unknown as OpenDesk;
  const handlers = sessionHandlers(() => success(desk));
  ask = (command, as) => {
    const envelope = { sessionId: 'session-1', commandId: room.id(), seenSeq: room.session.seq, command };
    return handlers['session.command'](as === undefined ? envelope : { ...envelope, as }, 'room');
  };
});

const nausea: SessionCommand = { type: 'mark', markId: 'm', kind: 'nausea', note: null, agoMs: 0 };
const refusal = async (...given: Parameters<typeof ask>) => {
  const answer = await ask(...given);
  return answer.ok ? 'ok' : answer.code;
};

describe('one entry that somebody else signs for', () => {
  it('is theirs; the holder of the room stays, and the PIN goes no further', async () => {
    const holder = holderOf(room.session);
    expect(await refusal(nausea, { staffId: 'okafor', pin: PIN })).toBe('ok');
    expect(room.events.at(-1)).toMatchObject({
      author: { kind: 'staff', staffId: 'okafor' },
      body: { type: 'marked' },
    });
    expect(holderOf(room.session)).toBe(holder);
    expect(JSON.stringify([passedOn, room.events])).not.toContain(PIN);
    await ask({ type: 'note', text: 'calm' });
    expect(room.events.at(-1)?.author).toEqual({ kind: 'staff', staffId: 'alvarez' });
  });

  it('is signed for at once on the locked screen, and opens nothing that is locked', async () => {
    signedIn = null;
    const as = { staffId: 'okafor', pin: PIN };
    expect(await refusal(nausea, as)).toBe('ok');
    expect(room.session.unsigned).toEqual([]);
    expect(room.session.marks).toMatchObject([{ author: { kind: 'staff', staffId: 'okafor' } }]);
    const amended: SessionCommand = {
      ...{ type: 'amendReading', readingId: 'r', reason: 'typing', takenAt: 0, confirmed: [] },
      parts: room.session.readings[0]?.parts as never,
    };
    expect(await refusal(amended, as)).toBe('access.signInNeeded');
  });

  it('is refused for a wrong PIN, with a wait after some, and nothing of it is written', async () => {
    const { seq } = room.session;
    const codes: string[] = [];
    for (let tries = 0; tries < 6; tries += 1) codes.push(await refusal(nausea, { staffId: 'okafor', pin: '1111' }));
    expect(codes[0]).toBe('access.wrongPin');
    expect(codes.at(-1)).toBe('access.mustWait');
    expect(room.session.seq).toBe(seq);
    expect(await refusal(nausea)).toBe('ok');
  });

  it('is bound to what they may do, and to entries: what turns the session is nobody else’s', async () => {
    const read: SessionCommand = {
      ...{ type: 'readingNotObtained', readingId: 'r', dueId: null, reason: 'asleep' },
      takenAt: room.clock.now().wallMs,
    };
    expect(await refusal(read, { staffId: 'brandt', pin: PIN })).toBe('access.notYourRole');
    signedIn = staff[2] ?? null;
    expect(await refusal(read)).toBe('access.notYourRole');
    expect(await refusal(read, { staffId: 'okafor', pin: PIN })).toBe('ok');
    const stop: SessionCommand = { type: 'stopPump', reason: 'complete', note: null, agoMs: 0 };
    expect(await refusal(stop, { staffId: 'okafor', pin: PIN })).toBe('access.notForAnother');
  });
});
