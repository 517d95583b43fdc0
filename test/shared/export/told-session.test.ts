import { describe, expect, it } from 'vitest';
import { agreedEvents } from '../../../shared/export/agreed.ts';
import { readingVersions } from '../../../shared/export/reading-versions.ts';
import { openChoice } from '../../../shared/intake/choice.ts';
import { calm, parts, TestRoom } from '../../helpers/session-builder.ts';
import { toldOf } from '../../helpers/told-arbitrary.ts';

const said = 'To sleep again';

function withIntention(...agreed: readonly boolean[]): TestRoom {
  const room = new TestRoom().do({ type: 'beginPreChecks' });
  for (const inExport of agreed) {
    const intention = { text: said, readers: 'careTeam' as const, inExport };
    room.record([
      {
        ...{ occurredAt: room.clock.now().wallMs, sessionMs: null, author: room.author },
        body: { type: 'intakeKept', by: 'patient', choice: { ...openChoice('en'), intention } },
      },
    ]);
  }
  return room;
}

describe('an intention', () => {
  it('leaves only where the patient agreed, by their last word', () => {
    const told = (...agreed: readonly boolean[]) => agreedEvents(withIntention(...agreed).events);
    expect(JSON.stringify(told(true).events)).toContain(said);
    expect(told(true).intentionLeftOut).toBe(false);
    for (const agreed of [[false], [true, false]]) {
      expect(JSON.stringify(told(...agreed).events)).not.toContain(said);
      expect(told(...agreed).intentionLeftOut).toBe(true);
    }
    expect(JSON.stringify(told(false, true).events).split(said)).toHaveLength(2);
  });

  it('that was told to the nurse was never asked for, and stays', () => {
    const room = withIntention(true).do({ type: 'noteWishes', intention: 'Told the nurse', wishes: 'Warm hands' });
    const told = toldOf(room);
    expect(told.session.intention).toBeNull();
    expect(told.session.wishes).toBe('Warm hands');
    expect(told.intentionLeftOut).toBe(true);
  });
});

describe('what was amended', () => {
  it('stays beside what took its place, with the reason and who said it', () => {
    const room = new TestRoom().started();
    const readingId = room.takeReading(parts({ pulse: 72 }));
    const takenAt = room.clock.now().wallMs;
    room.author = { kind: 'staff', staffId: 'okafor' };
    room.do({ type: 'amendReading', readingId, parts: parts({ pulse: 77 }), takenAt, reason: 'Typed', confirmed: [] });
    room.do({ type: 'withdrawReading', readingId, reason: 'Another patient' });
    const told = readingVersions(toldOf(room)).filter((reading) => reading.readingId === readingId);
    expect(
      told.map(({ version, state, reason, parts: of, author }) => [version, state, reason, of?.pulse, author]),
    ).toEqual([
      [1, 'amended', 'Typed', 72, { kind: 'staff', staffId: 'alvarez' }],
      [2, 'withdrawn', 'Another patient', 77, { kind: 'staff', staffId: 'okafor' }],
    ]);
  });

  it('that could not be taken at first is not lost when it was amended', () => {
    const room = new TestRoom().started();
    const takenAt = room.clock.now().wallMs;
    room.do({ type: 'readingNotObtained', readingId: 'r', dueId: null, reason: 'Cuff failed', takenAt });
    room.do({ type: 'amendReading', readingId: 'r', parts: calm, takenAt, reason: 'It had worked', confirmed: [] });
    const told = readingVersions(toldOf(room)).filter(({ readingId }) => readingId === 'r');
    expect(told.map(({ state, notObtained }) => [state, notObtained])).toEqual([
      ['amended', 'Cuff failed'],
      ['stands', null],
    ]);
  });

  it('names who signed later for a reading of the locked screen', () => {
    const room = new TestRoom().started();
    room.author = { kind: 'unsigned' };
    const readingId = room.takeReading(parts({ pulse: 80 }));
    room.author = { kind: 'staff', staffId: 'okafor' };
    room.do({ type: 'claim', seqs: [...room.session.unsigned] });
    const told = readingVersions(toldOf(room)).find((reading) => reading.readingId === readingId);
    expect(told?.author).toEqual({ kind: 'staff', staffId: 'okafor' });
  });
});
