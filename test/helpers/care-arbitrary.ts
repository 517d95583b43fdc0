import * as fc from 'fast-check';
import { walkers } from '../../shared/session/away-state.ts';
import { adverseSeverities } from '../../shared/session/adverse-bodies.ts';
import { severities } from '../../shared/session/care-bodies.ts';
import type { SessionCommand } from '../../shared/session/command.ts';
import type { TestRoom } from './session-builder.ts';

type Make = (room: TestRoom) => SessionCommand;

/** One of what a room holds so far, or a name that nobody knows. */
function one<T>(all: readonly T[], pick: number, name: (entry: T) => string): string {
  const found = all[pick % Math.max(1, all.length)];
  return found === undefined ? 'none' : name(found);
}

const mark = (room: TestRoom, pick: number): string => one(room.session.marks, pick, ({ markId }) => markId);
const call = (room: TestRoom, pick: number): string => one(room.session.calls, pick, ({ callId }) => callId);

const medicine = (room: TestRoom, pick: number): string =>
  one([...room.session.medications, ...room.session.declined], pick, ({ medicationId }) => medicationId);

const marks: readonly fc.Arbitrary<Make>[] = [
  fc.nat().map((pick) => (room) => ({ type: 'takeBackMark', markId: mark(room, pick) })),
  fc.tuple(fc.nat(), fc.constantFrom(...severities, null)).map(([pick, severity]) => (room) => ({
    type: 'gradeMark',
    markId: mark(room, pick),
    severity,
  })),
  fc.tuple(fc.nat(), fc.boolean()).map(([pick, settled]) => (room) => ({
    type: 'settleMark',
    markId: mark(room, pick),
    settled,
  })),
];

const up: Make = (room) => ({ type: 'patientUp', upId: room.id() });
const aways: readonly fc.Arbitrary<Make>[] = [
  fc.constant(up),
  fc.constant(up),
  fc.constantFrom(...walkers).map((walker) => () => ({ type: 'patientWalks', walker })),
  fc
    .constantFrom('pumpRunsWhileUp' as const, 'patientBack' as const, 'patientBack' as const)
    .map((type) => () => ({ type })),
];

const ondansetron = { drug: 'Ondansetron', dose: '4 mg', route: 'IV' };
const medicines: readonly fc.Arbitrary<Make>[] = [
  fc.constant((room) => ({
    type: 'giveMedication',
    medicationId: room.id(),
    ...ondansetron,
    checkedBy: null,
    orderedBy: null,
    agoMs: 0,
  })),
  fc.constant((room) => ({ type: 'declineMedication', medicationId: room.id(), ...ondansetron, agoMs: 0 })),
  fc.nat().map((pick) => (room) => ({ type: 'takeBackMedication', medicationId: medicine(room, pick) })),
  fc.nat().map((pick) => (room) => ({
    ...{ type: 'withdrawMedication', medicationId: medicine(room, pick), reason: 'entered twice' },
  })),
  fc.nat().map((pick) => (room) => ({
    ...{ type: 'checkMedication', medicationId: medicine(room, pick), checkerId: 'okafor', pin: '1234' },
  })),
];

const pump: readonly fc.Arbitrary<Make>[] = [
  fc.tuple(fc.integer({ min: 1, max: 90 }), fc.boolean()).map(([value, confirmed]) => (room) => ({
    ...{ type: 'notePumpRate', noteId: room.id(), rate: { unit: 'mlPerHour', value }, confirmed, agoMs: 0 },
  })),
  fc.tuple(fc.integer({ min: 0, max: 40 }), fc.boolean()).map(([value, confirmed]) => (room) => ({
    ...{ type: 'readPumpTotal', noteId: room.id(), total: { unit: 'mg', value }, confirmed, agoMs: 0 },
  })),
  fc.tuple(fc.nat(), fc.boolean()).map(([pick, soon]) => (room) => {
    const noteId = one(room.session.pumpNotes, pick, (note) => note.noteId);
    return soon ? { type: 'takeBackPumpNote', noteId } : { type: 'withdrawPumpNote', noteId, reason: 'the other pump' };
  }),
];

const adverse = (room: TestRoom, pick: number): string => one(room.session.adverse, pick, ({ adverseId }) => adverseId);
const adverses: readonly fc.Arbitrary<Make>[] = [
  fc.tuple(fc.nat(), fc.constantFrom(...adverseSeverities)).map(([pick, severity]) => (room) => ({
    ...{ type: 'noteAdverseEvent', adverseId: room.id(), severity, what: 'Fainted', agoMs: 0 },
    markId: pick % 2 === 0 ? null : mark(room, pick),
  })),
  fc
    .tuple(fc.nat(), fc.constantFrom('outcome' as const, 'told' as const, 'withdraw' as const))
    .map(([pick, how]) => (room) => {
      const adverseId = adverse(room, pick);
      if (how === 'outcome') return { type: 'noteAdverseOutcome', adverseId, outcome: 'recovered', note: null };
      if (how === 'told') return { type: 'tellAdverseEvent', adverseId, who: 'Dr. Lindqvist', agoMs: 0 };
      return { type: 'withdrawAdverseEvent', adverseId, reason: 'entered twice' };
    }),
];

const calls: readonly fc.Arbitrary<Make>[] = [
  fc.constant((room) => ({ type: 'callDoctor', callId: room.id(), agoMs: 0 })),
  fc.tuple(fc.nat(), fc.boolean()).map(([pick, ordered]) => (room) => ({
    type: 'answerCall',
    callId: call(room, pick),
    who: { staffId: null, name: 'Dr. Lindqvist' },
    said: null,
    order: ordered ? { text: 'wait', readBack: true } : null,
    agoMs: 0,
  })),
  fc.tuple(fc.nat(), fc.constantFrom('missCall' as const, 'takeBackCall' as const)).map(([pick, type]) => (room) => ({
    type,
    callId: call(room, pick),
  })),
  fc.nat().map((pick) => (room) => ({
    type: 'signCallOrder',
    callId: call(room, pick),
    staffId: 'lindqvist',
    pin: '1234',
  })),
];

/** Any command about events, medicines, calls and the way out of the bed, made for the room as it is when its turn comes. */
export const careCommands: readonly fc.Arbitrary<Make>[] = [
  ...marks,
  ...aways,
  ...medicines,
  ...pump,
  ...adverses,
  ...calls,
];
