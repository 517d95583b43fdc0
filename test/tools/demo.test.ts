import { describe, expect, it } from 'vitest';
import type { MusicPhase } from '../../shared/music/set.ts';
import { APP, newEvent } from '../../shared/session/pending.ts';
import { readOptions } from '../../tools/demo/options.ts';
import { outcomeOf, type Outcome } from '../../tools/demo/outcome.ts';
import { summaryLines } from '../../tools/demo/summary.ts';
import { MINUTE } from '../helpers/fake-clock.ts';
import { shoreline } from '../helpers/music-builder.ts';
import { TestRoom } from '../helpers/session-builder.ts';

const phases = { 0: 'onset', 8: 'build', 18: 'peak', 38: 'return', 50: 'recovery' } as const satisfies Record<
  number,
  MusicPhase
>;

/** What a played session may leave out or get wrong. */
interface Slips {
  readonly reading?: number;
  readonly nausea?: 'none' | 'ungraded';
  readonly amended?: false;
  readonly silent?: MusicPhase;
  readonly failsTrack?: true;
}

function trackBegins(room: TestRoom, phase: MusicPhase): void {
  const body = {
    type: 'trackStarted',
    trackId: `${phase}-1`,
    title: phase,
    phase,
    positionMs: 0,
    why: 'plan',
  } as const;
  room.record([newEvent(room.session, body, APP, room.clock.now())]);
}

/** One minute of the infusion as the demo plays it; `minute` counts from the start. */
function playMinute(room: TestRoom, minute: number, slips: Slips): void {
  const phase = Object.entries(phases).find(([at]) => Number(at) === minute)?.[1];
  if (phase !== undefined && phase !== slips.silent) trackBegins(room, phase);
  if ([5, 15, 30, 40].includes(minute) && slips.reading !== minute) room.takeReading();
  if (minute === 9 && slips.nausea !== 'none')
    room.do({ type: 'mark', markId: 'mark', kind: 'nausea', note: null, agoMs: 0 });
  if (minute === 12 && slips.nausea === undefined) {
    room.do({ type: 'gradeMark', markId: 'mark', severity: 'mild' });
    room.do({ type: 'settleMark', markId: 'mark', settled: true });
  }
  if (minute === 20 && slips.amended !== false) amendLast(room);
  if (minute === 21 && slips.failsTrack === true)
    room.record([newEvent(room.session, { type: 'trackFailed', trackId: 'p1', code: 'x' }, APP, room.clock.now())]);
}

function amendLast(room: TestRoom): void {
  const last = room.session.readings.at(-1);
  if (last?.parts == null) throw new Error('There is no reading to amend');
  const { readingId, takenAt, parts } = last;
  room.do({
    type: 'amendReading',
    readingId,
    parts: { ...parts, systolic: 121 },
    takenAt,
    reason: 'Typing error',
    confirmed: [],
  });
}

function recover(room: TestRoom): void {
  room.takeReading();
  for (const minutes of [15, 15, 30]) {
    room.run(minutes * MINUTE, 5_000);
    room.takeReading();
  }
  room.answerChecks('recovery').do({ type: 'keepOwnWords', text: 'It was wide.' });
  room.do({ type: 'recordDose', mgGiven: 36, mgDiscarded: 0, witness: null, note: null });
  const items = { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 };
  room.do({ type: 'score', scale: 'aldrete', items, judgement: 'fit' });
  room.do({ type: 'finish', how: 'fit', escort: 'Sister', note: null, agoMs: 0 });
}

function played(slips: Slips): TestRoom {
  const room = new TestRoom().started();
  for (let minute = 0; minute <= 51; minute += 1) {
    playMinute(room, minute, slips);
    room.run(MINUTE, 5_000);
  }
  room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }).tick();
  recover(room);
  return room;
}

function look(slips: Slips): Outcome {
  const { events, protocol } = played(slips);
  const outcome = outcomeOf({ events, protocol, music: shoreline });
  if (outcome === null) throw new Error('There were no events');
  return outcome;
}

describe('what became of the demo', () => {
  it('is all well where everything was done', () => {
    const outcome = look({});
    expect(outcome.problems).toEqual([]);
    expect(outcome.readings).toEqual({ onTime: 8, due: 8, missed: [] });
    expect(outcome.cues).toEqual({ sent: 10, failed: 0, passed: 0, of: 10 });
    expect(outcome.tracks.byPhase.map(({ phase, started }) => [phase, started])).toEqual(
      Object.values(phases).map((phase) => [phase, 1]),
    );
  });

  it.each([
    [{ reading: 15 }, 'Readings not taken on time: start-15.'],
    [{ nausea: 'none' }, 'The nausea was not recorded.'],
    [{ nausea: 'ungraded' }, 'The nausea was not graded and settled.'],
    [{ amended: false }, '0 readings were amended, not 1.'],
    [{ silent: 'peak' }, "No track of the music's phase peak began in it."],
    [{ failsTrack: true }, '1 tracks could not be played.'],
  ] as const satisfies readonly (readonly [Slips, string])[])('says what was not: %o', (slips, sentence) => {
    expect(look(slips).problems).toEqual([sentence]);
  });

  it('says where it never came to', () => {
    const room = new TestRoom().started().run(10 * MINUTE, 5_000);
    const problems = outcomeOf({ events: room.events, protocol: room.protocol, music: null })?.problems ?? [];
    expect(problems).toContain('The session ended in "infusing".');
    expect(problems).toContain('It never came to: Planned end, overtime, Pump stopped, recovery, Patient left.');
    expect(problems).toContain('No music was chosen: there are no music sets in assets/music.');
  });

  it('has an outcome only where there are events', () => {
    expect(outcomeOf({ events: [], protocol: new TestRoom().protocol, music: null })).toBeNull();
  });

  it('is told in a few lines', () => {
    const verified = [{ file: 'practice.db', rows: 96, head: 'ab', findings: ['record.hashWrong'] }];
    const text = summaryLines({
      outcome: look({ reading: 5 }),
      verified,
      pictures: 13,
      tookMs: 71_240,
      rate: 120,
    }).join('\n');
    expect(text).toMatch(/Pump stopped, recovery +\d\d:\d\d {2}\+52 min/);
    expect(text).toMatch(/Readings on time +7 of 8/);
    expect(text).toMatch(/Chain of practice\.db +NOT WHOLE: record\.hashWrong/);
    expect(text).toMatch(/Took +71\.2 s at 120 times real time/);
  });
});

describe('the words after "npm run demo --"', () => {
  it.each([
    [[], { rate: 120, keep: false }],
    [['--rate', '60'], { rate: 60, keep: false }],
    [['--rate=1', '--keep'], { rate: 1, keep: true }],
  ])('%j', (words, options) => {
    expect(readOptions(words)).toEqual(options);
  });

  it.each([[['--rate', '241']], [['--rate', '0']], [['--rate']], [['--rate', 'fast']], [['--kep']], [['--keep=yes']]])(
    '%j is answered with a sentence',
    (words) => {
      expect(readOptions(words)).toMatch(/Usage: npm run demo/);
    },
  );
});
