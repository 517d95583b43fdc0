import { failure, success } from '../../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import type { RoomsSetup, RoomsView } from '../../../shared/ipc/rooms.ts';
import { idleStatus } from '../../../shared/rooms/status-of.ts';

/** What is heard of the other rooms: an ordinary afternoon, or an emergency. */
export const roomsScenes = ['calm', 'emergency'] as const;
export type RoomsScene = (typeof roomsScenes)[number];

/** Rooms as main would tell of them. */
export function roomsAs(scene: RoomsScene): RoomsView {
  const calm = {
    ...{ tag: 'c'.repeat(16), ageMs: 1_000, lost: false },
    status: { ...idleStatus('Room 3'), phase: 'recovery' as const, reading: { state: 'ahead' as const, minutes: 8 } },
  };
  const busy = {
    ...{ tag: 'b'.repeat(16), ageMs: 2_000, lost: false },
    status: {
      ...idleStatus('Room 1'),
      ...{ phase: 'infusing' as const, leftS: 762, paused: true, emergency: scene === 'emergency' },
      reading: { state: 'late' as const, minutes: 2 },
    },
  };
  return { on: true, health: { kind: 'ok' }, rooms: [busy, calm], sameNames: [], ignored: 0 };
}

/** Main's side of it inside the page: it remembers and answers; a broker named `nowhere` is not reached. */
export class InPageRooms {
  setup: RoomsSetup = { on: false, broker: null };
  view: RoomsView = { on: false, health: { kind: 'starting' }, rooms: [], sameNames: [], ignored: 0 };

  /** The broker is gone from now on. */
  lose(): void {
    const rooms = this.view.rooms.map((room) => ({ ...room, lost: true }));
    this.view = { ...this.view, rooms, health: { kind: 'lost', since: 0, code: 'unreachable' } };
  }

  readonly handlers = {
    'rooms.read': () => success({ setup: this.setup, view: this.view }),
    'rooms.try': ({ broker }: RequestArgs<'rooms.try'>) =>
      broker.host === 'nowhere' ? failure('unavailable', 'rooms.noAnswer', { why: 'unreachable' }) : success({}),
    'rooms.save': ({ setup }: RequestArgs<'rooms.save'>) => {
      this.setup = setup;
      this.view = setup.on ? roomsAs('calm') : { ...this.view, on: false, rooms: [] };
      return success({});
    },
  };
}
