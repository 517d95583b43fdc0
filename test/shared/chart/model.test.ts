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

  it('has events and medicines at their moments, also told later, and none that was taken back', () => {
    const room = new TestRoom().started().run(20 * MINUTE);
    room.do({ type: 'mark', markId: 'kept', kind: 'nausea', note: null, agoMs: 2 * MINUTE });
    room.do({ type: 'mark', markId: 'slip', kind: 'cough', note: null, agoMs: 0 });
    room.do({ type: 'takeBackMark', markId: 'slip' });
    const medicine = { medicationId: 'given', drug: 'Ondansetron', dose: '4 mg', route: 'IV' };
    room.do({ type: 'giveMedication', ...medicine, checkedBy: null, orderedBy: null, agoMs: MINUTE });
    expect(modelOf(room).events).toEqual([
      { id: 'kept', sign: 'mark', atMs: 18 * MINUTE },
      { id: 'given', sign: 'medicine', atMs: 19 * MINUTE },
    ]);
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
