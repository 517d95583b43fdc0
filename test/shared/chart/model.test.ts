import { describe, expect, it } from 'vitest';
import { apart } from '../../../shared/chart/draw-axes.ts';
import { chartModel } from '../../../shared/chart/model.ts';
import { pictureOf } from '../../../shared/chart/picture.ts';
import { minuteTicks, pressureRange, spo2Range, spo2Ticks, valueTicks } from '../../../shared/chart/scale.ts';
import type { Shape } from '../../../shared/chart/shapes.ts';
import { createTracker } from '../../../shared/chart/tracker.ts';
import type { ReadingParts } from '../../../shared/vitals/reading.ts';
import { plainWords } from '../../helpers/chart-words.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { parts, TestRoom } from '../../helpers/session-builder.ts';

const modelOf = (room: TestRoom) =>
  chartModel(room.session, room.protocol, createTracker()(room.events), room.clock.now(), null);

/** What stands beside the readings, `kind id minute`; of the pump only what was read off it. */
const happenedIn = (room: TestRoom) =>
  modelOf(room)
    .events.filter((event) => event.kind !== 'pump' || event.fact.kind === 'note')
    .map(({ kind, id, atMs }) => `${kind} ${id} ${Math.round(atMs / MINUTE)}`);

/** Ten minutes of an infusion, its first reading taken. */
const tenMinutes = (): TestRoom => {
  const room = new TestRoom().started().run(5 * MINUTE);
  room.takeReading();
  return room.run(5 * MINUTE);
};

/** Enters a reading that the nurse confirmed, however unlikely it is. */
function taken(room: TestRoom, given: Partial<ReadingParts>): string {
  const readingId = room.id();
  const confirmed = ['systolicJump', 'diastolicJump', 'pulseJump', 'spo2Jump', 'systolicHigh'];
  room.do({ type: 'takeReading', readingId, parts: parts(given), takenAt: room.clock.now().wallMs, confirmed });
  return readingId;
}

const large = { width: 1000, height: 600, font: 12 };
const small = { width: 250, height: 140, font: 10 };
const textsOf = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

describe('what the chart shows', () => {
  it('has the baseline before the start, readings at their minutes, and the planned end', () => {
    const room = new TestRoom().started().run(15 * MINUTE);
    taken(room, { systolic: 131, diastolic: 85, spo2: 97, pulse: 86 });
    const model = modelOf(room);
    expect(model.points.map(({ atMs, baseline }) => [Math.round(atMs / MINUTE), baseline])).toEqual([
      [0, true],
      [15, false],
    ]);
    expect(model.baseline?.systolic).toBe(118);
    expect(model.end).toEqual({ atMs: 50 * MINUTE, stopped: false });
    expect(model.nowMs).toBe(15 * MINUTE);
  });

  it('keeps an amended reading with what was first written, at the time first given', () => {
    const room = new TestRoom().started().run(10 * MINUTE);
    const readingId = taken(room, { systolic: 164, diastolic: 84 });
    room.do({
      ...{ type: 'amendReading', readingId, parts: parts({ systolic: 134, diastolic: 84 }), confirmed: [] },
      ...{ takenAt: room.clock.now().wallMs - 2 * MINUTE, reason: 'Typing error' },
    });
    const points = modelOf(room).points.filter((point) => point.readingId === readingId);
    expect(
      points.map(({ state, amended, atMs, parts: own }) => [state, amended, atMs / MINUTE, own?.systolic]),
    ).toEqual([
      ['standing', true, 8, 134],
      ['original', true, 10, 164],
    ]);
    // The amber of 164 was the original's; it is struck through and asks for nothing.
    expect(points.map(({ bands }) => bands.pressure)).toEqual(['ok', 'ok']);
  });

  it('knows the bands of what only the table says: breaths, sedation, symptoms', () => {
    const room = new TestRoom().started().run(10 * MINUTE);
    const readingId = taken(room, { respirations: 9, sedation: { kind: 'rass', value: -4 }, symptoms: ['chestPain'] });
    const point = modelOf(room).points.find((one) => one.readingId === readingId);
    expect(point?.bands).toMatchObject({ respirations: 'amber', sedation: 'red', symptoms: 'red', pressure: 'ok' });
  });

  it('has symptoms that were told when a band asked for them as red', () => {
    const room = new TestRoom().started().run(10 * MINUTE);
    const readingId = taken(room, { spo2: 93 });
    room.do({ type: 'tellSymptoms', readingId, symptoms: 'Faint' });
    const point = modelOf(room).points.find((one) => one.readingId === readingId);
    expect(point?.bands).toMatchObject({ spo2: 'amber', symptoms: 'red' });
  });

  it('marks what was not obtained and what was withdrawn', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    room.do({
      ...{ type: 'readingNotObtained', readingId: 'none', dueId: null, reason: 'Left to rest' },
      takenAt: room.clock.now().wallMs,
    });
    room.do({ type: 'withdrawReading', readingId: room.takeReading(), reason: 'cuff moved' });
    expect(modelOf(room).points.map(({ state }) => state)).toEqual(['standing', 'notObtained', 'withdrawn']);
    expect(textsOf(pictureOf(modelOf(room), large, plainWords, null))).toContain('×');
  });

  it('shades a pause and moves the planned end by it', () => {
    const room = new TestRoom().started().run(20 * MINUTE);
    room.do({ type: 'pausePump', reason: 'bathroom', pumpStands: true, note: null, agoMs: 0 });
    room.run(6 * MINUTE).do({ type: 'resumePump', agoMs: 0 });
    room.run(MINUTE);
    const model = modelOf(room);
    expect(model.end.atMs).toBe(56 * MINUTE);
    expect(model.parts.filter(({ kind }) => kind === 'pause')).toEqual([
      { kind: 'pause', fromMs: 20 * MINUTE, toMs: 26 * MINUTE },
    ]);
  });

  it('has the light and the music of the sheet behind and, told apart, ahead', () => {
    const model = modelOf(new TestRoom().started().run(30 * MINUTE));
    expect(model.music.map(({ phase, ahead }) => [phase, ahead])).toEqual([
      ['onset', false],
      ['build', false],
      ['peak', false],
      ['return', true],
      ['recovery', true],
    ]);
    expect(model.light.map(({ to, ahead }) => [to, ahead])).toEqual([
      [0.1, false],
      [0.05, false],
      [0.25, true],
      [0.4, true],
    ]);
  });

  it('has in the lane of the music what the patient asked for in its place, and nothing of ours ahead', () => {
    const room = new TestRoom().started().run(12 * MINUTE);
    room.do({ type: 'chooseNoMusic', wish: 'quiet' }).run(15 * MINUTE);
    const lane = () =>
      chartModel(room.session, room.protocol, createTracker()([...room.events]), room.clock.now(), null).music.map(
        ({ phase, fromMs, ahead }) => [phase, fromMs / MINUTE, ahead],
      );
    const quiet = [
      ['onset', 0, false],
      ['build', 8, false],
      ['quiet', 12, false],
    ];
    expect(lane()).toEqual(quiet);
    room.do({ type: 'chooseNoMusic', wish: 'ownPhone' }).run(MINUTE);
    room.do({ type: 'chooseMusic', musicHash: 'meadow', title: 'Meadow' });
    expect(lane()).toEqual([
      ...quiet,
      ['ownPhone', 27, false],
      ['peak', 28, false],
      ['return', 38, true],
      ['recovery', 50, true],
    ]);
  });

  it('has events and medicines at their moments, also told later, and none that was taken back', () => {
    const room = tenMinutes().run(10 * MINUTE);
    room.do({ type: 'mark', markId: 'kept', kind: 'nausea', note: null, agoMs: 2 * MINUTE });
    room.do({ type: 'mark', markId: 'slip', kind: 'cough', note: null, agoMs: 0 });
    room.do({ type: 'takeBackMark', markId: 'slip' });
    const medicine = { medicationId: 'given', drug: 'Ondansetron', dose: '4 mg', route: 'IV' };
    room.do({ type: 'giveMedication', ...medicine, checkedBy: null, orderedBy: null, agoMs: MINUTE });
    const declined = { medicationId: 'declined', drug: 'Lorazepam', dose: '1 mg', route: 'PO' };
    room.do({ type: 'declineMedication', ...declined, agoMs: 0 });
    expect(happenedIn(room)).toEqual(['mark kept 18', 'given given 19', 'declined declined 20']);
  });

  it('has a call for a doctor and what came of it, each at its own moment, also after the clock was set', () => {
    const room = tenMinutes();
    for (const callId of ['reached', 'missed', 'slip']) room.do({ type: 'callDoctor', callId, agoMs: 0 });
    room.do({ type: 'takeBackCall', callId: 'slip' }).run(2 * MINUTE);
    room.clock.setWallBy(-30 * MINUTE);
    room.run(2 * MINUTE);
    const who = { staffId: 'lindqvist', name: 'Dr. Lindqvist' };
    room.do({ type: 'answerCall', callId: 'reached', who, said: null, order: null, agoMs: MINUTE });
    room.do({ type: 'missCall', callId: 'missed' });
    expect(happenedIn(room)).toEqual([
      'called reached 10',
      'called missed 10',
      'answered reached 13',
      'notReached missed 14',
    ]);
  });

  it('has adverse events in own words that stand, the patient’s way to the bathroom, what was read off the pump', () => {
    const room = tenMinutes();
    const adverse = { type: 'noteAdverseEvent', severity: 'severe', markId: null, agoMs: 0 } as const;
    room.do({ ...adverse, adverseId: 'fainted', what: 'Fainted on the way back' });
    room.do({ ...adverse, adverseId: 'wrong', what: 'Rash' });
    room.do({ type: 'withdrawAdverseEvent', adverseId: 'wrong', reason: 'another patient' }).run(MINUTE);
    room.do({ type: 'patientUp', upId: 'up' }).run(3 * MINUTE);
    room.do({ type: 'patientBack' });
    room.do({
      type: 'notePumpRate',
      noteId: 'rate',
      rate: { unit: 'mlPerHour', value: 40 },
      confirmed: false,
      agoMs: MINUTE,
    });
    const slip = { unit: 'mlPerHour', value: 41 } as const;
    room.do({ type: 'notePumpRate', noteId: 'slip', rate: slip, confirmed: false, agoMs: 0 });
    room.do({ type: 'takeBackPumpNote', noteId: 'slip' });
    expect(happenedIn(room)).toEqual(['adverse fainted 10', 'up up 11', 'pump rate 13', 'back up 14']);
  });

  it('has an emergency from its beginning to its end', () => {
    const room = tenMinutes()
      .do({ type: 'beginEmergency' })
      .run(4 * MINUTE);
    room.do({ type: 'endEmergency' });
    expect(happenedIn(room).map((event) => event.replace(/ \d+ /, ' '))).toEqual(['emergency 10', 'emergencyOver 14']);
  });

  it('has a reading that nobody took, once the next one’s turn has come', () => {
    const room = new TestRoom().started();
    const [first] = room.protocol.dueReadings.filter(({ from, offsetMs }) => from === 'start' && offsetMs > 0);
    expect(first?.offsetMs).toBe(5 * MINUTE);
    expect(happenedIn(room.run(11 * MINUTE))).toEqual([]);
    expect(happenedIn(room.run(2 * MINUTE))).toEqual([`missing ${first?.id} 5`]);
  });

  it('has when the time was up, until it is ahead again or the pump had stopped by then', () => {
    const room = new TestRoom().started().run(52 * MINUTE);
    const timeUp = () => modelOf(room).events.filter(({ kind }) => kind === 'timeUp');
    expect(timeUp()).toMatchObject([{ atMs: 50 * MINUTE, at: modelOf(room).startAt + 50 * MINUTE }]);
    room.do({ type: 'changeLength', plannedMs: 60 * MINUTE, reason: null });
    expect(timeUp()).toEqual([]);
    room.run(9 * MINUTE);
    expect(timeUp()).toMatchObject([{ atMs: 60 * MINUTE }]);
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
    expect(timeUp()).toHaveLength(1);
    const at = room.session.createdAt + 58 * MINUTE;
    room.do({ type: 'amendTime', what: 'pumpStopped', at, reason: 'read off the pump' });
    expect(timeUp()).toEqual([]);
  });
});

describe('the picture', () => {
  const room = new TestRoom().started().run(30 * MINUTE);
  taken(room, { systolic: 162, diastolic: 96, spo2: 93, pulse: 101 });
  const model = modelOf(room);

  it('names every axis, the limits of this patient, the baseline, now and the end', () => {
    const texts = textsOf(pictureOf(model, large, plainWords, null));
    const named = ['60', '120', '180', '95', '100', 'm0', 'm15', 'm30', 'now', 'planned end', 'base 118/74'];
    expect(texts).toEqual(expect.arrayContaining([...named, 'mmHg', 'SpO2']));
    expect(texts).toEqual(
      expect.arrayContaining(['systolic red 180', 'systolic amber 160', 'systolic amber 154', 'spo2 amber 94']),
    );
    expect(texts.filter((text) => text === '◆')).toHaveLength(2);
  });

  it('has in a small place the numbers of its axes and the strictest limits, and no lanes', () => {
    const texts = textsOf(pictureOf(model, small, plainWords, null));
    expect(texts).toEqual(expect.arrayContaining(['60', '120', '180', '100', '90', 'm0', '!154', '!180', '!94']));
    expect(texts).not.toContain('!160');
    expect(texts).not.toContain('peak');
  });

  it('names when the time was up and where the pump stopped, as one where they lie together', () => {
    const over = new TestRoom().started().run(55 * MINUTE);
    expect(textsOf(pictureOf(modelOf(over), large, plainWords, null))).toEqual(
      expect.arrayContaining(['time up', 'now']),
    );
    expect(textsOf(pictureOf(modelOf(over), large, plainWords, null))).not.toContain('planned end');
    over.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 4 * MINUTE });
    const [label] = textsOf(pictureOf(modelOf(over), large, plainWords, null)).filter((text) =>
      text.includes('time up'),
    );
    expect(label).toBe('time up · stopped · now');
  });

  it('puts a frame around the reading that is read', () => {
    const plain = pictureOf(model, large, plainWords, null);
    const framed = pictureOf(model, large, plainWords, model.points[0]?.readingId ?? null);
    expect(framed).toHaveLength(plain.length + 1);
  });
});

describe('scales', () => {
  it('hold a severe surge and a deep fall without cutting either off', () => {
    expect(pressureRange([])).toEqual({ low: 40, high: 190 });
    expect(pressureRange([232, 36])).toEqual({ low: 30, high: 240 });
    expect(spo2Range([84])).toEqual({ low: 82, high: 100 });
  });

  it('name fewer values where there is less room', () => {
    expect(valueTicks({ low: 40, high: 190 }, 300, 14)).toHaveLength(16);
    expect(valueTicks({ low: 40, high: 190 }, 90, 14)).toEqual([60, 90, 120, 150, 180]);
    expect(spo2Ticks({ low: 88, high: 100 }, 20, 14)).toEqual([100, 90]);
    expect(spo2Ticks({ low: 88, high: 100 }, 60, 14)).toEqual([100, 95, 90]);
    expect(minuteTicks(-5 * MINUTE, 53 * MINUTE, 190, 40)).toEqual([0, 15, 30, 45]);
    expect(minuteTicks(-5 * MINUTE, 53 * MINUTE, 800, 40)).toHaveLength(12);
  });

  it('push labels apart downwards and no further than they must', () => {
    expect(apart([10, 12, 40], 8)).toEqual([10, 18, 40]);
  });
});
