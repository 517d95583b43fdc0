import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomLine } from '../../../shared/rooms/room-line.ts';
import {
  MOST_BYTES,
  readRoom,
  roomStatusSchema,
  ROOMS_TOPIC,
  type RoomStatus,
} from '../../../shared/rooms/room-status.ts';
import {
  allLost,
  FORGOTTEN_AFTER_MS,
  hear,
  LOST_AFTER_MS,
  MOST_ROOMS,
  noRooms,
  sameNames,
  shownRooms,
  swept,
  type RoomsBoard,
} from '../../../shared/rooms/rooms-board.ts';
import { idleStatus, nameOf, statusOf } from '../../../shared/rooms/status-of.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { order, TestRoom } from '../../helpers/session-builder.ts';

const MINUTE = 60_000;
const OWN = '0'.repeat(16);
const tags = ['a', 'b', 'c'].map((letter) => letter.repeat(16));
const topic = (tag: string): string => `${ROOMS_TOPIC}/${tag}`;

const anyStatus: fc.Arbitrary<RoomStatus> = fc.record({
  v: fc.constant(1 as const),
  room: fc.string({ unit: 'grapheme', maxLength: 60 }).map(nameOf),
  phase: fc.constantFrom('idle', 'preChecks', 'infusing', 'overtime', 'recovery'),
  leftS: fc.option(fc.integer({ min: 0, max: 86_400 })),
  reading: fc.option(
    fc.record({ state: fc.constantFrom('ahead', 'due', 'late'), minutes: fc.integer({ min: 0, max: 1_440 }) }),
  ),
  paused: fc.boolean(),
  emergency: fc.boolean(),
  practice: fc.boolean(),
});

const acts: readonly SessionCommand[] = [
  { type: 'pausePump', reason: 'bathroom', pumpStands: true, note: 'Rosa asks', agoMs: 0 },
  { type: 'resumePump', agoMs: 0 },
  { type: 'beginEmergency' },
  { type: 'endEmergency' },
  { type: 'note', text: 'cold hands' },
  { type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 },
];

describe('what a room says', () => {
  it('is small, is read back as it was, and names nothing but the room, whatever happens in it', () => {
    const step = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...acts));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const room = new TestRoom().started();
        for (const one of steps) {
          if (typeof one === 'number') room.run(one * MINUTE, MINUTE);
          else room.ask(one);
          const { session, protocol } = room;
          const status = statusOf('Room 2', session, protocol, room.clock.now());
          const text = JSON.stringify(status);
          expect(readRoom(text)).toEqual(status);
          expect(text.length).toBeLessThan(220);
          const private_ = [session.sessionId, session.created.patientId ?? '?', order.drug, 'Rosa', 'cold', '118'];
          for (const word of private_) expect(text).not.toContain(word);
          expect(Object.keys(status).toSorted()).toEqual([
            ...['emergency', 'leftS', 'paused', 'phase', 'practice', 'reading', 'room', 'v'],
          ]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('says what the room’s own screen says: time left, the late reading, the pump', () => {
    const room = new TestRoom().started();
    const now = () => statusOf('Room 2', room.session, room.protocol, room.clock.now());
    room.run(34 * MINUTE + 20_000);
    expect(now()).toMatchObject({ phase: 'infusing', leftS: 940, paused: false, emergency: false });
    expect(now().reading?.state).toBe('late');
    room.do({ type: 'pausePump', reason: 'bathroom', pumpStands: true, note: null, agoMs: 0 }).run(MINUTE);
    expect(now()).toMatchObject({ leftS: 940, paused: true });
  });

  it('fits with the longest name, and no name breaks the line', () => {
    fc.assert(
      fc.property(anyStatus, (status) => {
        const text = JSON.stringify(status);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
        expect(readRoom(text)).toEqual(status);
      }),
    );
  });
});

describe('what a room takes', () => {
  it('is exactly that form: anything more, less or else is none of ours, and nothing throws', () => {
    fc.assert(
      fc.property(anyStatus, fc.string({ minLength: 1 }), fc.jsonValue(), (status, key, value) => {
        expect(readRoom(JSON.stringify({ ...status, [`x${key}`]: value }))).toBeNull();
        const { phase: _phase, ...less } = status;
        expect(readRoom(JSON.stringify(less))).toBeNull();
        expect(readRoom(JSON.stringify({ ...status, v: 2 }))).toBeNull();
        expect(readRoom(JSON.stringify({ ...status, room: `${status.room}\u202e` }))).toBeNull();
        const other = readRoom(JSON.stringify(value));
        expect(other === null || roomStatusSchema.safeParse(other).success).toBe(true);
        expect(readRoom(key.repeat(700))).toBeNull();
      }),
    );
  });
});

/** One thing that happens at the broker. */
type Happening = readonly [
  kind: 'said' | 'kept' | 'lost' | 'closed' | 'garbage' | 'broker' | 'time',
  tag: string,
  status: RoomStatus,
  ms: number,
];
const happening: fc.Arbitrary<Happening> = fc.tuple(
  fc.constantFrom('said', 'said', 'kept', 'lost', 'closed', 'garbage', 'broker', 'time'),
  fc.constantFrom(OWN, ...tags),
  anyStatus,
  fc.integer({ min: 0, max: 20_000 }),
);

function textOf([kind, , status]: Happening): string {
  if (kind === 'said' || kind === 'kept') return JSON.stringify(status);
  return kind === 'garbage' ? '{"v":1,"room":' : JSON.stringify({ v: 1, gone: kind });
}

describe('the other rooms', () => {
  it('are fine only where their own word came within 15 s, and the broker stood all the time since', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 25 }), (all) => {
        let board: RoomsBoard = noRooms;
        let now = 1_000;
        let garbage = 0;
        const fine = new Map<string, { readonly at: number; readonly status: RoomStatus }>();
        for (const one of all) {
          const [kind, tag, status, ms] = one;
          now += ms;
          if (kind === 'broker') {
            board = allLost(board, now);
            fine.clear();
          } else if (kind !== 'time') {
            board = hear(board, { topic: topic(tag), text: textOf(one), retained: kind === 'kept' }, OWN, now);
            if (kind === 'said' && tag !== OWN) fine.set(tag, { at: now, status });
            if (kind === 'lost' || kind === 'closed') fine.delete(tag);
            if ((kind === 'kept' || kind === 'garbage') && tag !== OWN) garbage += 1;
          }
          for (const shown of shownRooms(board, now)) {
            const known = fine.get(shown.tag);
            const isFine = known !== undefined && now - known.at < LOST_AFTER_MS;
            expect(shown.lost).toBe(!isFine);
            const line = roomLine(shown, 0);
            expect(line.lostMs === null).toBe(isFine);
            if (isFine) expect(shown.status).toEqual(known.status);
            else
              expect([line.level === 'calm', line.leftMs, line.reading, line.paused]).toEqual([
                false,
                null,
                null,
                false,
              ]);
          }
          for (const tag_ of fine.keys()) expect(board.rooms.some((room) => room.tag === tag_)).toBe(true);
        }
        expect(board.ignored).toBe(garbage);
        expect(board.rooms.some(({ tag }) => tag === OWN)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('count down by their arrival here, stand while the pump does, and grow lost in a window that hears nothing more', () => {
    const status: RoomStatus = { ...idleStatus('Room 1'), phase: 'infusing', leftS: 760 };
    const shown = { tag: tags[0]!, status, ageMs: 2_000, lost: false };
    expect(roomLine(shown, 3_000).leftMs).toBe(755_000);
    expect(roomLine({ ...shown, status: { ...status, paused: true } }, 3_000).leftMs).toBe(760_000);
    expect(roomLine(shown, 12_999).lostMs).toBeNull();
    expect(roomLine(shown, 13_000)).toMatchObject({ lostMs: 15_000, leftMs: null, level: 'amber' });
  });

  it('stay in sight with their emergency when contact is lost, and a practice alarms nobody', () => {
    const status = { ...idleStatus('Room 1'), phase: 'infusing' as const, emergency: true };
    const shown = { tag: tags[0]!, status, ageMs: 0, lost: false };
    expect(roomLine(shown, 0)).toMatchObject({ level: 'red', emergency: true });
    expect(roomLine(shown, 60_000)).toMatchObject({ level: 'red', lastEmergency: true, lostMs: 60_000 });
    const practice = { ...shown, status: { ...status, practice: true } };
    expect(roomLine(practice, 0).level).toBe('calm');
    expect(roomLine(practice, 60_000)).toMatchObject({ level: 'amber', lastEmergency: false, lostMs: 60_000 });
  });

  it('lost are told as lost for twelve hours after their last word, then forgotten; their next word counts', () => {
    const passed = fc.oneof(
      fc.constantFrom(0, FORGOTTEN_AFTER_MS - 1, FORGOTTEN_AFTER_MS),
      fc.nat(2 * FORGOTTEN_AFTER_MS),
    );
    fc.assert(
      fc.property(anyStatus, passed, (status, ago) => {
        const message = { topic: topic(tags[0]!), text: JSON.stringify(status), retained: false };
        const heard = hear(noRooms, message, OWN, 1_000);
        // Nobody says that it is lost: no last word of the broker's, no cut cable. Time alone does.
        const board = swept(heard, 1_000 + ago);
        expect(board.rooms).toHaveLength(ago < FORGOTTEN_AFTER_MS ? 1 : 0);
        expect(shownRooms(board, 1_000 + ago).every(({ lost }) => lost === ago >= LOST_AFTER_MS)).toBe(true);
        const again = shownRooms(hear(board, message, OWN, 1_000 + ago), 1_000 + ago);
        expect(again).toMatchObject([{ status, ageMs: 0, lost: false }]);
      }),
      { numRuns: 60 },
    );
    expect(swept(noRooms, FORGOTTEN_AFTER_MS)).toBe(noRooms);
  });

  it('are a dozen at most, and leave quietly only where they were empty', () => {
    let board: RoomsBoard = noRooms;
    for (let at = 0; at < 40; at += 1) {
      const tag = at.toString(16).padStart(16, 'e');
      board = hear(
        board,
        { topic: topic(tag), text: JSON.stringify(idleStatus(`Room ${at}`)), retained: false },
        OWN,
        at,
      );
    }
    expect([board.rooms.length, board.ignored]).toEqual([MOST_ROOMS, 40 - MOST_ROOMS]);
    const [first] = board.rooms;
    const closed = { topic: topic(first!.tag), text: '{"v":1,"gone":"closed"}', retained: false };
    expect(hear(board, closed, OWN, 99).rooms).toHaveLength(MOST_ROOMS - 1);
  });

  it('of one name are told', () => {
    const named = (room: string) => ({ status: idleStatus(room) });
    expect(sameNames([named('Room 1'), named('Room 3')], 'Room 2')).toEqual([]);
    expect(sameNames([named('room 2'), named('Room 3')], 'Room 2')).toEqual(['room 2']);
    expect(sameNames([named('Room 1'), named('Room 1')], 'Room 2')).toEqual(['Room 1']);
  });
});
