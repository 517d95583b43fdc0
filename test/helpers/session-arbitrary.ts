import * as fc from 'fast-check';
import { roomScene } from '../../shared/lights/scene.ts';
import type { SessionCommand } from '../../shared/session/command.ts';
import { markKinds } from '../../shared/session/care-bodies.ts';
import { pauseReasons, stopReasons, leavingWays } from '../../shared/session/event-bodies.ts';
import { askedParts } from '../../shared/vitals/asked-parts.ts';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { careCommands } from './care-arbitrary.ts';
import { telephoneCommands } from './telephone-arbitrary.ts';
import { copyCommands } from './copy-arbitrary.ts';
import { sheetCommands } from './questionnaire-arbitrary.ts';
import { signCommands } from './sign-arbitrary.ts';
import { MINUTE } from './fake-clock.ts';
import { calm, order, parts, type TestRoom } from './session-builder.ts';

/** Something that happens to a room; `apply` may ask for anything, allowed or not. */
export interface Step {
  readonly label: string;
  readonly apply: (room: TestRoom) => void;
}

const agoMs = fc.constantFrom(0, 0, 0, MINUTE, 2 * MINUTE, 5 * MINUTE);
const someParts: fc.Arbitrary<ReadingParts> = fc.oneof(
  fc.constant(calm),
  fc.record({ systolic: fc.integer({ min: 100, max: 190 }), diastolic: fc.integer({ min: 50, max: 90 }) }).map(parts),
  fc.constant(parts({ spo2: 97 })),
  fc.constant(parts({ systolic: 90 })),
  fc.constant(parts({ spo2: 96, symptoms: ['chestPain'] })),
  fc.constant(parts({ sedation: { kind: 'moaas', value: 2 }, symptoms: ['dizzy'], position: 'lying', arm: 'leftArm' })),
);
const allDoubts = ['savedAlready', 'systolicJump', 'diastolicJump', 'systolicHigh', 'pulseJump', 'spo2Jump'];

/** Any command, made for the room as it is when its turn comes. */
export const anyCommand: fc.Arbitrary<(room: TestRoom) => SessionCommand> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom<SessionCommand>(
        { type: 'beginPreChecks' },
        { type: 'settleIn' },
        { type: 'enterOrder', order },
        { type: 'checkOrder', checkerId: 'okafor', pin: '1234' },
        { type: 'answerGroup', list: 'preChecks', group: 'comfort' },
        { type: 'signCheck', list: 'preChecks', itemId: 'emergencyKit', checkerId: 'okafor', pin: '1234' },
        { type: 'answerCheck', list: 'preChecks', itemId: 'suicidalToday', answer: 'yes', value: null },
        { type: 'answerCheck', list: 'preChecks', itemId: 'emergencyKit', answer: null, value: null },
      )
      .map((c) => () => c),
  },
  { weight: 2, arbitrary: agoMs.map((ago) => () => ({ type: 'start' as const, agoMs: ago })) },
  fc.constant(() => ({ type: 'takeBackStart' as const, reason: 'mistake' })),
  fc.constant(() => ({
    type: 'override' as const,
    reason: 'agreed',
    by: { kind: 'prescriber' as const, staffId: 'lindqvist', pin: '1234' },
  })),
  fc.tuple(fc.constantFrom(...pauseReasons), fc.boolean(), agoMs).map(([reason, pumpStands, ago]) => () => ({
    type: 'pausePump' as const,
    reason,
    pumpStands,
    note: null,
    agoMs: ago,
  })),
  agoMs.map((ago) => () => ({ type: 'resumePump' as const, agoMs: ago })),
  fc
    .integer({ min: 15, max: 125 })
    .map((minutes) => () => ({ type: 'changeLength' as const, plannedMs: minutes * MINUTE, reason: null })),
  fc.tuple(fc.constantFrom(...stopReasons), agoMs).map(([reason, ago]) => () => ({
    type: 'stopPump' as const,
    reason,
    note: null,
    agoMs: ago,
  })),
  fc.tuple(fc.constantFrom(...leavingWays), agoMs).map(([how, ago]) => () => ({
    type: 'finish' as const,
    how,
    escort: 'sister',
    note: 'wants to go',
    told: 'Dr. Lindqvist',
    agoMs: ago,
  })),
  {
    weight: 3,
    arbitrary: fc.tuple(someParts, fc.integer({ min: 0, max: 10 })).map(([given, back]) => (room: TestRoom) => ({
      ...(back === 0 ? {} : { typedAt: room.clock.now().wallMs }),
      type: 'takeReading' as const,
      readingId: room.id(),
      parts: given,
      takenAt: room.clock.now().wallMs - back * MINUTE,
      confirmed: allDoubts,
    })),
  },
  fc.subarray([...askedParts], { minLength: 1 }).map((asked) => (room: TestRoom) => ({
    type: 'readingNotObtained' as const,
    readingId: room.id(),
    dueId: null,
    reason: 'left to rest',
    takenAt: room.clock.now().wallMs,
    ...(asked.length === askedParts.length ? {} : { parts: asked }),
  })),
  fc.boolean().map((on) => () => ({ type: 'setQuiet' as const, on })),
  fc.nat().map((pick) => (room: TestRoom) => ({
    type: 'explainReading' as const,
    readingId: room.session.readings[pick % Math.max(1, room.session.readings.length)]?.readingId ?? 'none',
    reason: 'Patient asked',
  })),
  fc.nat().map((pick) => (room: TestRoom) => ({
    type: 'acceptBaseline' as const,
    readingId: room.session.readings[pick % Math.max(1, room.session.readings.length)]?.readingId ?? 'none',
  })),
  fc.nat().map((pick) => (room: TestRoom) => ({
    type: 'withdrawReading' as const,
    readingId: room.session.readings[pick % Math.max(1, room.session.readings.length)]?.readingId ?? 'none',
    reason: 'wrong patient',
  })),
  fc.tuple(fc.nat(), someParts).map(([pick, given]) => (room: TestRoom) => {
    const reading = room.session.readings[pick % Math.max(1, room.session.readings.length)];
    return {
      type: 'amendReading' as const,
      readingId: reading?.readingId ?? 'none',
      parts: given,
      takenAt: (reading?.takenAt ?? 0) - MINUTE,
      reason: 'typing',
      confirmed: allDoubts,
    };
  }),
  fc
    .tuple(fc.nat(), fc.constantFrom('see' as const, 'tell' as const, 'act' as const))
    .map(([pick, how]) => (room: TestRoom) => {
      const { raised } = room.session;
      const readingId = raised[pick % Math.max(1, raised.length)]?.readingId ?? 'none';
      if (how === 'see') return { type: 'seeBand' as const, readingId };
      if (how === 'tell') return { type: 'tellSymptoms' as const, readingId, symptoms: 'Chest pain' };
      return { type: 'actOnBand' as const, readingId, who: 'R. Alvarez', action: 'Stays with the patient' };
    }),
  fc
    .tuple(fc.constantFrom('started' as const, 'pumpStopped' as const), fc.integer({ min: -5, max: 5 }))
    .map(([what, by]) => (room: TestRoom) => ({
      type: 'amendTime' as const,
      what,
      at: ((what === 'started' ? room.session.started : room.session.stopped)?.at ?? 0) + by * MINUTE,
      reason: 'pump log',
    })),
  fc.tuple(fc.constantFrom(...markKinds), agoMs).map(([kind, ago]) => (room: TestRoom) => ({
    type: 'mark' as const,
    markId: room.id(),
    kind,
    note: null,
    agoMs: ago,
  })),
  ...careCommands,
  ...copyCommands,
  ...signCommands,
  ...sheetCommands,
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<SessionCommand>(
        { type: 'beginEmergency' },
        { type: 'endEmergency' },
        { type: 'goOn' },
        { type: 'practise', act: 'cuff' },
        { type: 'beginRest' },
        { type: 'endRest' },
        { type: 'silence' },
        { type: 'restoreSound' },
        { type: 'confirmCharged', label: 'Buds' },
        { type: 'soften' },
        { type: 'softenBack' },
        { type: 'lowerForVoice' },
        { type: 'raiseAfterVoice' },
        { type: 'nextTrack' },
        { type: 'chooseMusic', musicHash: 'another', title: 'Another' },
        { type: 'chooseNoMusic', wish: 'quiet' },
        { type: 'chooseNoMusic', wish: 'ownPhone' },
        { type: 'takeRoom' },
        { type: 'noteSheetsPrinted', sheets: ['patient', 'companion'], language: 'es' },
        { type: 'tellGap', gapMs: 3 * MINUTE },
        { type: 'tellGap', gapMs: 9 * MINUTE },
      )
      .map((c) => () => c),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<SessionCommand>(
        { type: 'holdLights' },
        { type: 'holdLights' },
        { type: 'releaseLights' },
        { type: 'comfortBack' },
        { type: 'backToSheet' },
        { type: 'lightsFull' },
        { type: 'showDarkest' },
        { type: 'endDarkest' },
        { type: 'setLights', scene: roomScene(0, null), fadeMs: 2_000 },
      )
      .map((c) => () => c),
  },
  fc
    .constantFrom<SessionCommand>(
      { type: 'beginBaselineRest' },
      ...(['start', 'wait', 'notToday'] as const).map((decision) => ({
        ...{ type: 'decideGate' as const, decision, reason: 'seen' },
        by: { kind: 'prescriber' as const, staffId: 'lindqvist', pin: '1234' },
      })),
    )
    .map((c) => () => c),
  ...telephoneCommands,
  fc.constant((room: TestRoom) => ({ type: 'comfort' as const, markId: room.id() })),
);

const asked: fc.Arbitrary<Step> = anyCommand.map((make) => step('command', (room) => void room.ask(make(room))));

function step(label: string, apply: Step['apply']): Step {
  return { label, apply };
}

const time: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 1, max: 20 * 60 })
      .map((s) => step(`advance ${s} s`, (room) => void room.run(s * 1000, 37_000))),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 4_900 }).map((ms) => step(`tick ${ms} ms`, (room) => void room.run(ms))),
  },
  fc
    .integer({ min: 1, max: 600 })
    .map((s) => step(`sleep ${s} s`, (room) => (room.clock.sleep(s * 1000), void room.tick()))),
  fc
    .integer({ min: -7200, max: 7200 })
    .map((s) => step(`set clock by ${s} s`, (room) => room.clock.setWallBy(s * 1000))),
  fc
    .integer({ min: 1, max: 900 })
    .map((s) => step(`restart after ${s} s`, (room) => (room.clock.advance(s * 1000), void room.comeBack()))),
  fc
    .tuple(fc.integer({ min: 10, max: 900 }), fc.constantFrom(0, 0, -3_600_000))
    .map(([s, error]) =>
      step(`reboot ${s} s, wall off by ${error}`, (room) => (room.clock.reboot(s * 1000, error), void room.comeBack())),
    ),
);

/** What may happen in a room, in any order. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: asked }, { weight: 2, arbitrary: time }),
  { maxLength: 60 },
);

/** Where the steps begin: anything from a draft to recovery, so that all of a life is reached. */
export const beginnings = fc.constantFrom<(room: TestRoom) => unknown>(
  (room) => room,
  (room) => room.do({ type: 'beginPreChecks' }),
  (room) => room.prepared(),
  (room) => room.started(),
  (room) => room.started(),
  (room) => room.recovering(),
);

/** Whether the last events may have moved session time back. */
export function turnedBack(room: TestRoom, fromSeq: number): boolean {
  const types = new Set(['startTakenBack', 'pumpPaused', 'pumpStopped', 'timeAmended', 'started']);
  return room.events.slice(fromSeq).some((event) => types.has(event.body.type));
}
