import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { can } from '../../../shared/session/can.ts';
import { sessionEventSchema, type SessionEvent } from '../../../shared/session/event.ts';
import { evolve, replay } from '../../../shared/session/evolve.ts';
import { signedEntries } from '../../../shared/session/signed-entries.ts';
import type { Session } from '../../../shared/session/state.ts';
import { tick } from '../../../shared/session/tick.ts';
import { elapsed } from '../../../shared/session/timeline.ts';
import { anyCommand, beginnings, steps, turnedBack, type Step } from '../../helpers/session-arbitrary.ts';
import { okafor, TestRoom } from '../../helpers/session-builder.ts';

const runs = { numRuns: 150 };

function lived(begin: (room: TestRoom) => unknown, all: readonly Step[]): TestRoom {
  const room = new TestRoom();
  begin(room);
  for (const { apply } of all) apply(room);
  return room;
}

/** The shortest way out, by presses that are always there. */
function leave(room: TestRoom): void {
  room.tick();
  if (room.session.phase === 'draft' || room.session.phase === 'preChecks')
    room.do({ type: 'doNotGive', reason: 'called off', postponed: true });
  if (room.session.phase === 'infusing' || room.session.phase === 'overtime')
    room.do({ type: 'stopPump', reason: 'other', note: null, agoMs: 0 });
  if (room.session.phase === 'recovery')
    room.do({ type: 'finish', how: 'againstAdvice', escort: null, note: 'asked for', told: 'Dr. Lindqvist', agoMs: 0 });
}

/** How often each cue was dealt with since the last start. */
function dealtWith(events: readonly SessionEvent[]): Map<string, number> {
  const start = events.findLastIndex((event) => event.body.type === 'started');
  const counts = new Map<string, number>();
  for (const { body } of events.slice(start)) {
    if (body.type === 'cueFired' || body.type === 'cuePassed')
      counts.set(body.cueId, (counts.get(body.cueId) ?? 0) + 1);
  }
  return counts;
}

describe('whatever is pressed, and whatever the clocks do', () => {
  it('every state leads to an end', () => {
    fc.assert(
      fc.property(beginnings, steps, (begin, all) => {
        const room = lived(begin, all);
        leave(room);
        expect(['finished', 'notGiven']).toContain(room.session.phase);
      }),
      runs,
    );
  });

  it('the replay of any prefix, read back from the disk, is the state that was live then', () => {
    fc.assert(
      fc.property(beginnings, steps, fc.nat(), (begin, all, cut) => {
        const room = lived(begin, all);
        const stored = room.events.map(
          (event) => sessionEventSchema.parse(JSON.parse(JSON.stringify(event))) as SessionEvent,
        );
        const length = 1 + (cut % stored.length);
        let live: Session | null = null;
        for (const event of room.events.slice(0, length)) live = evolve(live, event);
        expect(replay(stored.slice(0, length))).toEqual(live);
        expect(replay(stored)).toEqual(room.session);
      }),
      runs,
    );
  });

  it('session time never runs backwards, unless somebody says so', () => {
    fc.assert(
      fc.property(beginnings, steps, (begin, all) => {
        const room = new TestRoom();
        begin(room);
        let before = elapsed(room.session, room.clock.now());
        for (const { apply } of all) {
          const seen = room.events.length;
          apply(room);
          const now = elapsed(room.session, room.clock.now());
          if (!turnedBack(room, seen)) expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
      }),
      runs,
    );
  });

  it('every cue is carried out once or recorded as passed', () => {
    fc.assert(
      fc.property(beginnings, steps, (begin, all) => {
        const room = lived(begin, all);
        for (const count of dealtWith(room.events).values()) expect(count).toBe(1);
        leave(room);
        if (room.session.phase !== 'finished') return;
        expect([...dealtWith(room.events).keys()].toSorted()).toEqual(
          room.protocol.cues.map((cue) => cue.id).toSorted(),
        );
      }),
      runs,
    );
  });

  it('a second look at the same moment brings nothing', () => {
    fc.assert(
      fc.property(beginnings, steps, (begin, all) => {
        const room = lived(begin, all).tick();
        expect(tick(room.session, room.protocol, room.before, room.clock.now())).toEqual([]);
      }),
      runs,
    );
  });

  it('two presses at once lose and double nothing', () => {
    fc.assert(
      fc.property(beginnings, steps, fc.boolean(), (begin, all, resume) => {
        const room = lived(begin, all);
        const seen = room.session.seq;
        const pause = { type: 'pausePump', reason: 'air', pumpStands: true, note: null, agoMs: 0 } as const;
        const stop = { type: 'stopPump', reason: 'complete', note: null, agoMs: 0 } as const;
        const answers = [room.ask(resume ? { type: 'resumePump', agoMs: 0 } : pause, seen), room.ask(stop, seen)];
        const written = answers.flatMap((answer) => (answer.ok ? answer.events : []));
        expect(room.session.seq).toBe(seen + written.length);
        expect(
          written.filter((event) => ['pumpPaused', 'pumpResumed', 'pumpStopped'].includes(event.body.type)).length,
        ).toBeLessThanOrEqual(1);
        expect(room.events.map((event) => event.seq)).toEqual(room.events.map((_event, index) => index + 1));
      }),
      runs,
    );
  });

  it('what somebody else enters is theirs alone, and who has the room stays', () => {
    fc.assert(
      fc.property(beginnings, steps, fc.array(anyCommand, { minLength: 9 }), (begin, all, asked) => {
        const room = lived(begin, all);
        const command = asked.map((make) => make(room)).find(({ type }) => signedEntries.has(type));
        if (command === undefined) return;
        const { watch, unsigned, seq, decisiveSeq } = room.session;
        room.author = okafor;
        const answer = room.ask(command);
        if (!answer.ok) return;
        expect(room.session).toMatchObject({ watch, unsigned, decisiveSeq });
        const [entry, ...followed] = room.events.slice(seq);
        expect(entry?.author).toEqual(okafor);
        expect(followed.every(({ author }) => author.kind === 'app')).toBe(true);
      }),
      runs,
    );
  });

  it('what the table of buttons forbids, the engine refuses', () => {
    fc.assert(
      fc.property(beginnings, steps, (begin, all) => {
        const room = lived(begin, all);
        const allowed = can(room.session);
        for (const type of [
          'start',
          'beginEmergency',
          'endEmergency',
          'goOn',
          'beginRest',
          'endRest',
          'silence',
          'restoreSound',
          'soften',
          'softenBack',
          'lowerForVoice',
          'raiseAfterVoice',
          'nextTrack',
          'settleIn',
          'lightsFull',
          'holdLights',
          'releaseLights',
          'comfortBack',
          'backToSheet',
          'showDarkest',
          'endDarkest',
        ] as const) {
          if (allowed[type]) continue;
          const command = type === 'start' ? ({ type, agoMs: 0 } as const) : ({ type } as const);
          expect(room.refusal(command)).toBe('session.notNow');
        }
      }),
      runs,
    );
  });
});
