import { afterEach, describe, expect, it } from 'vitest';
import { SessionRunner } from '../../../electron/session/runner.ts';
import type { RecordClient } from '../../../electron/record/client.ts';
import { failure } from '../../../shared/ipc/answer.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { replay } from '../../../shared/session/evolve.ts';
import { SESSION_BODY_VERSION, sessionStream, type SessionEvent } from '../../../shared/session/event.ts';
import { newEvent, APP } from '../../../shared/session/pending.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { alvarez, TestRoom } from '../../helpers/session-builder.ts';
import { openTempRecord, type TempRecord } from '../../helpers/temp-record.ts';

/** A session under way in a real record file, whose disk can be made to refuse. */
interface Rig {
  readonly runner: SessionRunner;
  readonly room: TestRoom;
  readonly temp: TempRecord;
  readonly pushed: SessionEvent[];
  /** Told again as written. */
  readonly written: SessionEvent[];
  readonly backlog: () => number;
  refuse: boolean;
  /** The disk takes it, but the answer says that it did not. */
  loseAnswer: boolean;
  readonly send: (id: string, command: SessionCommand, seenSeq?: number) => ReturnType<SessionRunner['execute']>;
  readonly onDisk: () => Promise<readonly SessionEvent[]>;
}

let open: TempRecord | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});

async function rig(room: TestRoom, rate = 1): Promise<Rig> {
  const temp = await openTempRecord();
  open = temp;
  const stream = sessionStream(room.session.sessionId);
  await temp.record.append({
    stream,
    expectedSeq: 0,
    commandId: null,
    recordedAt: room.clock.now(),
    version: SESSION_BODY_VERSION,
    events: room.events,
  });
  const state = { refuse: false, loseAnswer: false };
  const pushed: SessionEvent[] = [];
  const written: SessionEvent[] = [];
  const record: RecordClient = {
    ...temp.record,
    append: async (request) => {
      if (state.refuse) return failure('unsaved', 'disk.full');
      const answer = await temp.record.append(request);
      return state.loseAnswer ? failure('unsaved', 'record.lost') : answer;
    },
  };
  const runner = new SessionRunner({
    record,
    clock: { rate, now: room.clock.now, recall: () => undefined },
    protocol: room.protocol,
    session: room.session,
    events: room.events,
    lastSeen: room.clock.now(),
    onEvents: (_before, _after, events) => pushed.push(...events),
    onWritten: (events) => written.push(...events),
    onUnsaved: () => undefined,
    onHopeless: (code) => {
      throw new Error(code);
    },
  });
  return {
    runner,
    room,
    temp,
    pushed,
    written,
    backlog: () => runner.unsaved?.events.length ?? 0,
    get refuse() {
      return state.refuse;
    },
    set refuse(refuse) {
      state.refuse = refuse;
    },
    get loseAnswer() {
      return state.loseAnswer;
    },
    set loseAnswer(lose) {
      state.loseAnswer = lose;
    },
    send: (id, command, seenSeq = runner.session.seq) =>
      runner.execute({ sessionId: room.session.sessionId, commandId: id, seenSeq, command }, alvarez),
    onDisk: async () => {
      const all = await temp.record.allOf(stream);
      if (!all.ok) throw new Error(all.code);
      return all.data as readonly SessionEvent[];
    },
  };
}

const note = (text: string): SessionCommand => ({ type: 'note', text });

describe('SessionRunner', () => {
  it('acknowledges a command once it lies in the record, and pushes the very events', async () => {
    const at = await rig(new TestRoom().started());
    const before = at.runner.session.seq;
    expect(await at.send('a', note('resting'))).toMatchObject({ ok: true, seq: before + 1 });
    expect((await at.onDisk()).at(-1)).toMatchObject({
      seq: before + 1,
      commandId: 'a',
      body: { type: 'noted', text: 'resting' },
    });
    expect(at.pushed.map(({ seq }) => seq)).toEqual([before + 1]);
  });

  it('is what a replay of the record gives', async () => {
    const at = await rig(new TestRoom().started());
    await at.send('a', note('one'));
    at.room.clock.advance(9 * MINUTE);
    at.runner.tick();
    await at.send('b', { type: 'soften' });
    expect(replay(await at.onDisk())).toEqual(at.runner.session);
  });

  it('answers a repeated command id with the first answer and records it once', async () => {
    const at = await rig(new TestRoom().started());
    const [first, second] = await Promise.all([at.send('same', note('once')), at.send('same', note('once'))]);
    expect(second).toEqual(first);
    expect((await at.onDisk()).filter(({ body }) => body.type === 'noted')).toHaveLength(1);
  });

  it('answers a repeat that its own first time made impossible as it answered the first', async () => {
    const at = await rig(new TestRoom().started());
    const pause = { type: 'pausePump', reason: 'air', pumpStands: true, note: null, agoMs: 0 } as const;
    const first = await at.send('same', pause);
    expect(first.ok).toBe(true);
    await at.send('later', note('something else'));
    expect(await at.send('same', pause)).toEqual(first);
    expect((await at.onDisk()).filter(({ body }) => body.type === 'pumpPaused')).toHaveLength(1);
  });

  it('answers a repeat that could be done again with its first answer, whatever came between', async () => {
    const at = await rig(new TestRoom().started());
    const first = await at.send('same', note('once'));
    await at.send('later', note('something else'));
    expect(await at.send('same', note('once'))).toEqual(first);
    expect((await at.onDisk()).filter(({ body }) => body.type === 'noted')).toHaveLength(2);
  });

  it('lets one of two opposite presses at the same moment through', async () => {
    const at = await rig(new TestRoom().started());
    const seen = at.runner.session.seq;
    const answers = await Promise.all([
      at.send('pause', { type: 'pausePump', reason: 'air', pumpStands: true, note: null, agoMs: 0 }, seen),
      at.send('stop', { type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }, seen),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    expect(answers[1]).toMatchObject({ kind: 'refused', code: 'session.stale' });
    expect(at.runner.session.pump).toBe('paused');
  });

  it('says unsaved, changes nothing and takes the same command once the disk is back', async () => {
    const at = await rig(new TestRoom().started());
    const before = at.runner.session;
    at.refuse = true;
    expect(await at.send('a', note('kept'))).toMatchObject({ ok: false, kind: 'unsaved' });
    expect(at.runner.session).toBe(before);
    at.refuse = false;
    expect(await at.send('a', note('kept'))).toMatchObject({ ok: true });
    expect((await at.onDisk()).filter(({ body }) => body.type === 'noted')).toHaveLength(1);
  });

  it('folds what reached the disk although its answer was lost, and goes on', async () => {
    const at = await rig(new TestRoom().started());
    at.loseAnswer = true;
    expect(await at.send('a', note('on disk'))).toMatchObject({ ok: true });
    at.loseAnswer = false;
    expect(await at.send('a', note('on disk'))).toMatchObject({ ok: true });
    expect(await at.send('b', note('after it'))).toMatchObject({ ok: true });
    expect((await at.onDisk()).filter(({ body }) => body.type === 'noted')).toHaveLength(2);
    expect(replay(await at.onDisk())).toEqual(at.runner.session);
  });

  it.each([
    { rate: 1, apart: 4_000, stalls: 0 },
    { rate: 1, apart: 6_000, stalls: 1 },
    { rate: 120, apart: 30_000, stalls: 0 },
    { rate: 120, apart: 11 * MINUTE, stalls: 1 },
  ])('calls looks $apart ms apart on a clock of rate $rate a stall $stalls times', async ({ rate, apart, stalls }) => {
    const at = await rig(new TestRoom().started(), rate);
    at.runner.tick();
    await at.runner.settled();
    at.room.clock.advance(apart);
    at.runner.tick();
    await at.runner.settled();
    expect((await at.onDisk()).filter(({ body }) => body.type === 'stalled')).toHaveLength(stalls);
  });

  it('loses no cue while the disk refuses: it is sent when the disk is back, once', async () => {
    const at = await rig(new TestRoom().started().run(8 * MINUTE - 2_000));
    at.refuse = true;
    at.room.clock.advance(4_000);
    at.runner.tick();
    await at.runner.settled();
    at.refuse = false;
    at.room.clock.advance(4_000);
    at.runner.tick();
    await at.runner.settled();
    at.runner.tick();
    await at.runner.settled();
    const fired = (await at.onDisk()).filter(({ body }) => body.type === 'cueFired' && body.cueId === 'music-build');
    expect(fired).toHaveLength(1);
  });

  it('keeps what the app saw for itself, in order and with its own times, until it can be written', async () => {
    const at = await rig(new TestRoom().started());
    const seen = at.room.clock.now().wallMs;
    at.refuse = true;
    await at.runner.observe((session, now) => [newEvent(session, { type: 'playerLost' }, APP, now)]);
    at.room.clock.advance(1_000);
    await at.runner.observe((session, now) => [newEvent(session, { type: 'playerBack' }, APP, now)]);
    expect(at.backlog()).toBe(2);
    at.refuse = false;
    at.room.clock.advance(3_000);
    at.runner.tick();
    await at.runner.settled();
    expect(at.backlog()).toBe(0);
    const facts = (await at.onDisk()).filter(({ body }) => body.type === 'playerLost' || body.type === 'playerBack');
    expect(facts.map(({ body, occurredAt }) => [body.type, occurredAt - seen])).toEqual([
      ['playerLost', 0],
      ['playerBack', 1_000],
    ]);
  });
});
