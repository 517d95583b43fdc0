import { expect, it } from 'vitest';
import { FULL_KEYS, takeFullKeys, type FullShortcutParts } from '../../../electron/lights/full-shortcut.ts';
import { createLights, SEND_LIMIT_MS } from '../../../electron/lights/lights.ts';
import { success } from '../../../shared/ipc/answer.ts';
import type { Author } from '../../../shared/session/event.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { TestRoom } from '../../helpers/session-builder.ts';
import { fakeLamp, sent } from './fixtures.ts';

function setUp(room: TestRoom | null, free = true) {
  const time = fakeTime();
  const lamp = fakeLamp('ceiling', time, () => ({ afterMs: 10, outcome: sent }));
  const said = { keys: [] as string[], taken: 0, authors: [] as Author[] };
  let press = (): void => undefined;
  const live: FullShortcutParts['live'] = () =>
    room === null
      ? null
      : {
          ahead: room.session,
          execute: (envelope, author) => {
            said.authors.push(author);
            room.do(envelope.command);
            return Promise.resolve(success({}));
          },
        };
  takeFullKeys({
    register: (keys, call) => {
      said.keys.push(keys);
      press = call;
      return free;
    },
    lights: createLights({ drivers: [lamp], timers: time, sendLimitMs: SEND_LIMIT_MS }),
    live,
    onTaken: () => (said.taken += 1),
  });
  return { said, lamp, press: () => press() };
}

it('lights every lamp without any window, and stands in the record of the session as signed for by nobody', () => {
  const room = new TestRoom().started().run(60_000);
  const { said, lamp, press } = setUp(room);
  press();
  expect(lamp.sent).toMatchObject([{ scene: { zones: [{ level: 1 }] }, fadeMs: 0 }]);
  expect(room.bodies('lightsSet').at(-1)).toMatchObject({ why: 'full' });
  expect(said).toEqual({ keys: [FULL_KEYS], taken: 0, authors: [{ kind: 'unsigned' }] });
});

it('lights the lamps where no session runs', () => {
  const { said, lamp, press } = setUp(null);
  press();
  expect(lamp.sent).toHaveLength(1);
  expect(said.authors).toEqual([]);
});

it('says where another program has the keys', () => {
  expect(setUp(null, false).said.taken).toBe(1);
});
