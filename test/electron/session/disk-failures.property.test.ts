import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { handle } from '../../../electron/record/handlers.ts';
import type { CallName, Calls } from '../../../electron/record/messages.ts';
import { closeStore, type Store } from '../../../electron/record/store.ts';
import { verifyAll } from '../../../electron/record/verify.ts';
import type { RecordClient } from '../../../electron/record/client.ts';
import { SessionRunner, type RunnerParts } from '../../../electron/session/runner.ts';
import type { Client } from '../../../renderer/client/client.ts';
import { SessionFeed, type SessionView } from '../../../renderer/client/session-feed.ts';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { evolve, replay } from '../../../shared/session/evolve.ts';
import { SESSION_BODY_VERSION, sessionStream, type SessionEvent } from '../../../shared/session/event.ts';
import { APP, newEvent } from '../../../shared/session/pending.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { alvarez, calm, TestRoom } from '../../helpers/session-builder.ts';
import { openStoreOrThrow, tempFolder, tempOptions } from '../../helpers/temp-record.ts';

/**
 * What the disk does. `takes`: everything. `refuses`: nothing. `loses`: it takes all, and says that it did not. `deaf`:
 * the same, and it cannot be read either. `every third`: two appends of three fail, so that a queue is written in parts.
 */
const disks = ['takes', 'refuses', 'loses', 'deaf', 'everyThird'] as const;
type Disk = (typeof disks)[number];

/** A real file, written in this thread, whose disk does as it is told. */
function unreliable(store: Store): { disk: Disk; readonly record: RecordClient } {
  let appends = 0;
  const at: { disk: Disk; record: RecordClient } = { disk: 'takes', record: {} as RecordClient };
  const ask = async <N extends CallName>(name: N, args: Calls[N]['args']) =>
    (await handle(store, { id: 1, name, args } as never)) as Answer<Calls[N]['data']>;
  const unread = failure('broken', 'record.lost');
  at.record = {
    append: async (request) => {
      appends += 1;
      if (at.disk === 'refuses' || (at.disk === 'everyThird' && appends % 3 !== 0))
        return failure('unsaved', 'disk.full');
      const answer = await ask('append', [request]);
      return at.disk === 'loses' || at.disk === 'deaf' ? failure('unsaved', 'record.lost') : answer;
    },
    answerOf: (id) => (at.disk === 'deaf' ? Promise.resolve(unread) : ask('answerOf', id)),
    since: (stream, afterSeq, limit) =>
      at.disk === 'deaf' ? Promise.resolve(unread) : ask('since', { stream, afterSeq, limit }),
  } as RecordClient;
  return at;
}

type Step =
  | { readonly kind: 'press'; readonly command: SessionCommand }
  /** The window sends the last press that was taken again, as after an answer that never came. */
  | { readonly kind: 'repeat' }
  /** Time passes, main looks at its clock, and the window may hear of it: so it learns how far the session has come. */
  | { readonly kind: 'wait'; readonly ms: number; readonly heard: boolean }
  | { readonly kind: 'fact' }
  | { readonly kind: 'disk'; readonly disk: Disk }
  /** Pushes to the window are lost from now on, or no longer. */
  | { readonly kind: 'pushes'; readonly lost: boolean };

const agoMs = fc.constantFrom(0, 0, MINUTE);
const id = fc.uuid();
const press = fc.oneof(
  fc
    .string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' })
    .map((text) => ({ type: 'note' as const, text: `n${text}` })),
  fc
    .record({ markId: id, agoMs })
    .map((given) => ({ type: 'mark' as const, kind: 'nausea' as const, note: null, ...given })),
  id.map((readingId) => ({ type: 'takeReading' as const, readingId, parts: calm, takenAt: 0, confirmed: [] })),
  agoMs.map((ago) => ({
    type: 'pausePump' as const,
    reason: 'air' as const,
    pumpStands: true,
    note: null,
    agoMs: ago,
  })),
  agoMs.map((ago) => ({ type: 'resumePump' as const, agoMs: ago })),
  fc.constantFrom<SessionCommand>(
    { type: 'stopPump', reason: 'complete', note: null, agoMs: 0 },
    { type: 'beginEmergency' },
    { type: 'endEmergency' },
    { type: 'soften' },
    { type: 'silence' },
  ),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: press.map((command): Step => ({ kind: 'press', command })) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.integer({ min: 100, max: 4 * MINUTE }),
      heard: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.constantFrom(...disks).map((disk): Step => ({ kind: 'disk', disk })) },
  fc.constantFrom<Step>({ kind: 'repeat' }, { kind: 'fact' }),
  fc.boolean().map((lost): Step => ({ kind: 'pushes', lost })),
);

interface Pressed {
  readonly id: string;
  readonly at: number;
  readonly taken: boolean;
}

/** A session under way on an unreliable disk, with a window that may miss what it is told. */
class Rig {
  readonly room = new TestRoom().started();
  readonly disk: ReturnType<typeof unreliable>;
  readonly runner: SessionRunner;
  readonly feed: SessionFeed;
  readonly pressed: Pressed[] = [];
  readonly facts: string[] = [];
  readonly news: SessionEvent[] = [];
  view: SessionView | null = null;
  #lost = false;
  #last: { readonly id: string; readonly command: SessionCommand } | null = null;

  constructor(store: Store) {
    this.disk = unreliable(store);
    const { session, events, clock, protocol } = this.room;
    const tell = (told: readonly SessionEvent[]): void => {
      if (this.#lost) return;
      this.feed.receive({ ...this.comeTo(), events: [...told] });
    };
    const parts: RunnerParts = {
      ...{ record: this.disk.record, session, events: [...events], protocol },
      clock: { rate: 1, now: clock.now, recall: () => undefined },
      lastSeen: clock.now(),
      onEvents: (_before, _after, told) => {
        this.news.push(...told);
        tell(told);
      },
      onWritten: tell,
      onUnsaved: () => undefined,
      onHopeless: (code) => {
        throw new Error(code);
      },
    };
    this.runner = new SessionRunner(parts);
    const client = { request: (name: string, args: { seq: number }) => this.#answer(name, args) } as unknown as Client;
    this.feed = new SessionFeed(client, evolve, (view) => {
      this.view = view;
    });
  }

  comeTo() {
    const { session, ahead } = this.runner;
    return { sessionId: session.sessionId, seq: ahead.seq, saved: session.seq };
  }

  async #answer(name: string, { seq }: { readonly seq: number }): Promise<Answer<unknown>> {
    if (name === 'session.since') return this.runner.since(seq, 7);
    return success({ protocol: this.room.protocol, music: null, patient: null, seq: 0 });
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'press':
        return this.#press(step.command);
      case 'repeat':
        if (this.#last !== null) await this.#send(this.#last.id, this.#last.command);
        return;
      case 'wait':
        this.room.clock.advance(step.ms);
        await this.look();
        return step.heard ? this.hear() : undefined;
      case 'fact':
        this.facts.push(`track-${this.facts.length}`);
        return this.runner.observe((session, now) => [
          newEvent(session, { type: 'trackFailed', trackId: this.facts.at(-1) ?? '', code: 'x' }, APP, now),
        ]);
      case 'disk':
        this.disk.disk = step.disk;
        return;
      case 'pushes':
        this.#lost = step.lost;
        return;
    }
  }

  async look(): Promise<void> {
    this.runner.tick();
    await this.runner.settled();
  }

  /** The window hears how far the session is, and asks for what it missed. */
  async hear(): Promise<void> {
    const { sessionId, seq, saved } = this.comeTo();
    this.feed.heardOf(sessionId, seq, saved);
    // Answers of a main in this thread take a few turns of the event loop.
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
    expect(this.view?.session).toEqual(this.runner.ahead);
    expect(this.view?.saved).toBe(this.runner.session.seq);
  }

  async #press(command: SessionCommand): Promise<void> {
    const at = this.room.clock.now().wallMs;
    const made = command.type === 'takeReading' ? { ...command, takenAt: at } : command;
    const commandId = `press-${this.pressed.length}`;
    const answer = await this.#send(commandId, made);
    const taken = answer.ok || answer.kind === 'unsaved';
    // One that was refused changed nothing, and is decided anew whenever it comes again.
    if (taken) this.#last = { id: commandId, command: made };
    this.pressed.push({ id: commandId, at: at - ('agoMs' in made ? made.agoMs : 0), taken });
  }

  #send(commandId: string, command: SessionCommand) {
    const { sessionId, seq } = this.runner.ahead;
    return this.runner.execute({ sessionId, commandId, seenSeq: seq, command }, alvarez);
  }
}

async function run(steps: readonly Step[]): Promise<void> {
  const { folder, remove } = tempFolder();
  const store = openStoreOrThrow(tempOptions(folder));
  try {
    const rig = new Rig(store);
    const stream = sessionStream(rig.runner.session.sessionId);
    const { events } = rig.room;
    const recordedAt = rig.room.clock.now();
    const first = { stream, expectedSeq: 0, commandId: null, recordedAt, version: SESSION_BODY_VERSION, events };
    await rig.disk.record.append(first);
    await rig.feed.open(rig.runner.session.sessionId);
    for (const one of steps) await rig.take(one);
    rig.disk.disk = 'takes';
    rig.room.clock.advance(3_000);
    await rig.look();
    await rig.hear();
    await check(rig, store, stream);
  } finally {
    closeStore(store);
    remove();
  }
}

async function check(rig: Rig, store: Store, stream: string): Promise<void> {
  const page = await rig.disk.record.since(stream, 0, 10_000);
  if (!page.ok) throw new Error(page.code);
  const onDisk = page.data.events as readonly SessionEvent[];
  const entries = onDisk
    .filter(({ author }) => author.kind !== 'app')
    .slice(rig.room.events.filter(({ author }) => author.kind !== 'app').length);
  // Every accepted press once, in the order of the presses, about the moment of the press.
  expect(entries.map(({ commandId, occurredAt }) => [commandId, occurredAt])).toEqual(
    rig.pressed.filter(({ taken }) => taken).map(({ id: commandId, at }) => [commandId, at]),
  );
  const seen = onDisk.flatMap(({ body }) => (body.type === 'trackFailed' ? [body.trackId] : []));
  expect(seen).toEqual(rig.facts);
  // State is the fold of the record, the room is where the record is, and every fact was told to the room once.
  expect(rig.runner.unsaved).toBeNull();
  expect(replay(onDisk)).toEqual(rig.runner.session);
  expect(rig.runner.ahead).toEqual(rig.runner.session);
  const later = onDisk.filter(({ seq }) => seq > rig.room.events.length);
  expect(rig.news.map(({ seq, body }) => [seq, body])).toEqual(later.map(({ seq, body }) => [seq, body]));
  expect(later.every(({ recordedAt, occurredAt }) => recordedAt.wallMs >= occurredAt)).toBe(true);
  expect(await verifyAll(store)).toMatchObject({ findings: [], checkedRows: onDisk.length });
}

it('whatever the disk does: every accepted entry once, in the order and with the times of the presses', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40 }), run), { numRuns: 40 });
});
