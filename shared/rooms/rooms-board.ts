import { BEAT_MS, readRoom, tagOf, type RoomStatus } from './room-status.ts';

/** What was heard of one other room, and when, by this PC's own monotonic clock: clocks of two PCs differ. */
export interface HeardRoom {
  readonly tag: string;
  readonly status: RoomStatus;
  /** When its last word arrived, monotonic ms. */
  readonly heardAt: number;
  /** Since when it is known to be lost, monotonic ms; null while its words come. */
  readonly lostAt: number | null;
}

/** The other rooms as this PC knows them. Nothing in it is ever taken for fine because nothing else was heard. */
export interface RoomsBoard {
  readonly rooms: readonly HeardRoom[];
  /** Messages that were none of ours, too many, or old ones that the broker had kept. */
  readonly ignored: number;
}

export const noRooms: RoomsBoard = { rooms: [], ignored: 0 };

/** More rooms than one clinic has screens; others are not taken. */
export const MOST_ROOMS = 12;
/** Three beats without a word: lost, ms. */
export const LOST_AFTER_MS = 3 * BEAT_MS;
/** A room that was lost so long ago was put away for the night, ms. */
export const FORGOTTEN_AFTER_MS = 12 * 3_600_000;

export interface RoomMessage {
  readonly topic: string;
  readonly text: string;
  /** Kept by the broker from some time ago: it says nothing of now. */
  readonly retained: boolean;
}

/** What a message changes. `own`: this PC's tag; its own words come back to it. `now`: monotonic ms. */
export function hear(board: RoomsBoard, message: RoomMessage, own: string, now: number): RoomsBoard {
  const tag = tagOf(message.topic);
  if (tag === own) return board;
  const said = tag === null || message.retained ? null : readRoom(message.text);
  const known = board.rooms.find((room) => room.tag === tag);
  const full = known === undefined && board.rooms.length >= MOST_ROOMS;
  if (tag === null || said === null || full) return { ...board, ignored: board.ignored + 1 };
  const others = board.rooms.filter((room) => room !== known);
  if (!('gone' in said)) return placed(board, [...others, { tag, status: said, heardAt: now, lostAt: null }]);
  if (known === undefined) return board;
  // Only a room that said itself that it is empty may leave quietly.
  if (said.gone === 'closed' && known.status.phase === 'idle') return placed(board, others);
  return placed(board, [...others, { ...known, lostAt: known.lostAt ?? now }]);
}

/** The way to the broker is gone: nothing is known of anybody from now on. */
export function allLost(board: RoomsBoard, now: number): RoomsBoard {
  return { ...board, rooms: board.rooms.map((room) => ({ ...room, lostAt: room.lostAt ?? now })) };
}

/** Forgets who was lost long ago. */
export function swept(board: RoomsBoard, now: number): RoomsBoard {
  const rooms = board.rooms.filter(({ heardAt }) => now - heardAt < FORGOTTEN_AFTER_MS);
  return rooms.length === board.rooms.length ? board : { ...board, rooms };
}

function placed(board: RoomsBoard, rooms: readonly HeardRoom[]): RoomsBoard {
  const sorted = rooms.toSorted((a, b) => order(a).localeCompare(order(b), 'en', { numeric: true }));
  return { ...board, rooms: sorted };
}

function order({ status, tag }: HeardRoom): string {
  return `${status.room} ${tag}`;
}

/** What is told to the window: ages, so that no clock has to be compared. */
export interface ShownRoom {
  readonly tag: string;
  readonly status: RoomStatus;
  /** Since its last word arrived, ms. */
  readonly ageMs: number;
  /** It is known to be lost; else it is as soon as `ageMs` has passed `LOST_AFTER_MS`. */
  readonly lost: boolean;
}

export function shownRooms(board: RoomsBoard, now: number): readonly ShownRoom[] {
  return board.rooms.map(({ tag, status, heardAt, lostAt }) => ({
    ...{ tag, status, ageMs: Math.max(0, now - heardAt) },
    lost: lostAt !== null || now - heardAt >= LOST_AFTER_MS,
  }));
}

/** Names that two rooms bear, this one included: then nobody can tell which is meant. */
export function sameNames(rooms: readonly Pick<ShownRoom, 'status'>[], ownName: string): readonly string[] {
  const names = [ownName, ...rooms.map(({ status }) => status.room)];
  const key = (name: string): string => name.trim().toLocaleLowerCase('en');
  const seen = names.filter((name, at) => names.some((other, index) => index < at && key(other) === key(name)));
  return [...new Set(seen)];
}
