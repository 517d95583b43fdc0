import { describe, expect, it } from 'vitest';
import { createOutputKeeper, type Heard, type OutputKeeper } from '../../../electron/music/output.ts';
import type { OutputSettings } from '../../../electron/settings.ts';
import type { OutputOrder, OutputSeen, OutputView } from '../../../shared/ipc/output.ts';
import { UNMEASURED_CAP } from '../../../shared/music/hearing.ts';
import type { ChosenOutput } from '../../../shared/music/output.ts';
import type { Author } from '../../../shared/session/event.ts';
import { alvarez, TestRoom } from '../../helpers/session-builder.ts';

const over: ChosenOutput = { deviceId: 'over', label: 'Over-ear', connection: 'cable' };
const speaker = { deviceId: 'speaker', label: 'Speaker' };
const seen = (state: OutputSeen['state'], deviceId: string | null = null): OutputSeen => ({
  ...{ state, deviceId, devices: [over, speaker].map(({ deviceId: id, label }) => ({ deviceId: id, label })) },
});

interface Rig {
  readonly keeper: OutputKeeper;
  readonly orders: OutputOrder[];
  readonly views: OutputView[];
  readonly kept: () => OutputSettings;
}

function rig(kept: OutputSettings = { chosen: null, headphones: [] }): Rig {
  let settings = kept;
  const orders: OutputOrder[] = [];
  const views: OutputView[] = [];
  const keeper = createOutputKeeper({
    settings: { output: () => settings, setOutput: (next) => void (settings = next) },
    send: (order) => orders.push(order),
    show: (view) => views.push(view),
  });
  return { keeper, orders, views, kept: () => settings };
}

/** A session whose record takes everything, a little later. */
function live(room: TestRoom): Heard {
  return {
    get ahead() {
      return room.session;
    },
    observe: async (make) => {
      await Promise.resolve();
      room.record(make(room.session, room.clock.now()));
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const said = (room: TestRoom): readonly (readonly [string, Author['kind']])[] =>
  room.events.filter(({ body }) => body.type.startsWith('output')).map(({ body, author }) => [body.type, author.kind]);

describe('headphones that are chosen', () => {
  it('are kept, told to the windows that sound, and capped before anybody has measured them', async () => {
    const { keeper, orders, views, kept } = rig();
    expect(keeper.order()).toEqual({ chosen: null, cap: 1 });
    await keeper.choose(over, alvarez);
    expect(kept().chosen).toEqual(over);
    expect(orders).toEqual([{ chosen: { deviceId: 'over', label: 'Over-ear' }, cap: UNMEASURED_CAP }]);
    expect(views.at(-1)).toMatchObject({ chosen: over, headphones: { label: 'Over-ear', fullDbA: null } });
  });

  it('keep their own cap when others were chosen in between', async () => {
    const loud = { label: 'Over-ear', cap: 0.2, fullDbA: 92, calibratedAt: 1 };
    const { keeper, kept } = rig({ chosen: over, headphones: [loud] });
    await keeper.choose(null, alvarez);
    expect(keeper.order()).toEqual({ chosen: null, cap: 1 });
    await keeper.choose(over, alvarez);
    expect(keeper.order().cap).toBe(0.2);
    expect(kept().headphones).toEqual([loud]);
  });

  it('found under another id are named by it from then on', () => {
    const { keeper, orders, kept } = rig({ chosen: { ...over, deviceId: 'before' }, headphones: [] });
    keeper.seen(seen('present', 'over'));
    expect(kept().chosen?.deviceId).toBe('over');
    expect(orders.at(-1)?.chosen?.deviceId).toBe('over');
    keeper.seen(seen('present', 'over'));
    expect(orders.length).toBe(1);
  });

  it('and by whom, stands in the record of the session that runs', async () => {
    const room = new TestRoom().started();
    const { keeper } = rig();
    keeper.follow(live(room));
    await keeper.choose(over, { kind: 'unsigned' });
    expect(said(room)).toEqual([['outputChosen', 'unsigned']]);
    // A touch of a device: nothing that anybody has to sign for.
    expect(room.session.unsigned).toEqual([]);
  });
});

describe('another cap', () => {
  const caps = (room: TestRoom) =>
    room.events.flatMap(({ body, author }) => (body.type === 'capSet' ? [{ ...body, by: author.kind }] : []));

  it('of the headphones in use is a fact of a session, by whoever set it; the same again and others are none', async () => {
    const room = new TestRoom().started();
    const { keeper } = rig({ chosen: over, headphones: [] });
    keeper.follow(live(room));
    await keeper.setCap('Over-ear', 0.4, alvarez);
    await keeper.setCap('Over-ear', 0.4, alvarez);
    await keeper.setCap('Others', 0.2, alvarez);
    expect(caps(room)).toEqual([{ type: 'capSet', label: 'Over-ear', cap: 0.4, by: 'staff' }]);
  });

  it('that follows from a measurement is one as well', async () => {
    const room = new TestRoom().started();
    const { keeper } = rig({
      chosen: over,
      headphones: [{ label: 'Over-ear', cap: 1, fullDbA: null, calibratedAt: null }],
    });
    keeper.follow(live(room));
    expect(keeper.calibrate('Over-ear', [80, 74], 74, 1, alvarez)).toBe(true);
    await settled();
    expect(caps(room)).toEqual([{ type: 'capSet', label: 'Over-ear', cap: keeper.order().cap, by: 'staff' }]);
    expect(keeper.order().cap).toBeLessThan(1);
  });
});

describe('wireless headphones', () => {
  it('show what the system tells of their charge while they are there, and nothing of before once they were away', () => {
    const buds: ChosenOutput = { ...over, connection: 'wireless' };
    const { keeper, views } = rig({ chosen: buds, headphones: [] });
    keeper.seen(seen('present', 'over'));
    expect(keeper.view().charge).toBeNull();
    keeper.charged('Over-ear', 80);
    keeper.charged('Over-ear', 80);
    expect(views.map(({ charge }) => charge)).toEqual([null, 80]);
    keeper.seen(seen('lost'));
    keeper.seen(seen('present', 'over'));
    expect(keeper.view().charge).toBeNull();
    expect(keeper.order().wireless).toBe(true);
    keeper.charged('Others', 12);
    expect(keeper.view().charge).toBeNull();
  });

  const buds: ChosenOutput = { ...over, connection: 'wireless' };
  const paused: OutputSeen = { ...seen('lost'), paused: true };

  it('paused on themselves stay so for a player that is loaded anew, until they play or are chosen again', async () => {
    const { keeper, orders } = rig({ chosen: buds, headphones: [] });
    keeper.seen(paused);
    keeper.playerGone();
    keeper.seen(seen('waiting'));
    expect(keeper.order().paused).toBe(true);
    keeper.seen(paused);
    keeper.seen(seen('back', 'over'));
    expect(keeper.order().paused).toBeUndefined();
    keeper.seen(paused);
    await keeper.choose(buds, alvarez);
    expect(orders.at(-1)?.paused).toBeUndefined();
    keeper.seen(seen('lost'));
    expect(keeper.order().paused).toBeUndefined();
  });

  it('paused when the app went away are so when it is back, as its record knows; others, and those chosen since, are not', async () => {
    const room = new TestRoom().started();
    const { keeper } = rig({ chosen: buds, headphones: [] });
    keeper.follow(live(room));
    keeper.seen(paused);
    await settled();
    expect(room.events.at(-1)?.body).toEqual({ type: 'outputLost', label: 'Over-ear', paused: true });
    const again = (chosen: ChosenOutput) => {
      const next = rig({ chosen, headphones: [] });
      next.keeper.follow(live(room));
      return next.keeper.order().paused ?? false;
    };
    expect(again(buds)).toBe(true);
    expect(again({ ...buds, label: 'Others' })).toBe(false);
    await keeper.choose(buds, alvarez);
    expect(again(buds)).toBe(false);
  });

  it('alone are told of: what a cable feeds has no charge', () => {
    const { keeper } = rig({ chosen: over, headphones: [] });
    keeper.seen(seen('present', 'over'));
    keeper.charged('Over-ear', 80);
    expect(keeper.view().charge).toBeNull();
  });
});

describe('headphones that go', () => {
  it('stand in the record once when they go and once when they are back', async () => {
    const room = new TestRoom().started();
    const { keeper } = rig({ chosen: over, headphones: [] });
    keeper.follow(live(room));
    for (const state of ['present', 'lost', 'lost', 'several', 'back', 'present', 'present'] as const) {
      keeper.seen(seen(state));
      await settled();
    }
    expect(said(room)).toEqual([
      ['outputLost', 'app'],
      ['outputReturned', 'app'],
    ]);
    expect(room.session.music.outputLost).toBe(false);
  });

  it('and come back before the record has them gone, end as there', async () => {
    const room = new TestRoom().started();
    const { keeper } = rig({ chosen: over, headphones: [] });
    keeper.follow(live(room));
    keeper.seen(seen('lost'));
    keeper.seen(seen('present'));
    await settled();
    expect(room.session.music.outputLost).toBe(false);
    expect(said(room).length % 2).toBe(0);
  });

  it('before a session holds the room are told once it does, and not before', async () => {
    const room = new TestRoom().prepared();
    const { keeper } = rig({ chosen: over, headphones: [] });
    keeper.seen(seen('lost'));
    const draft = new TestRoom();
    keeper.follow(live(draft));
    await settled();
    expect(said(draft)).toEqual([]);
    room.do({ type: 'start', agoMs: 0 });
    keeper.follow(live(room));
    await settled();
    expect(said(room)).toEqual([['outputLost', 'app']]);
  });

  it('a player that starts anew says nothing of them until it has looked', async () => {
    const room = new TestRoom().started();
    const { keeper, views } = rig({ chosen: over, headphones: [] });
    keeper.follow(live(room));
    keeper.seen(seen('lost'));
    await settled();
    keeper.playerGone();
    keeper.seen(seen('waiting'));
    await settled();
    expect(views.at(-1)?.state).toBe('waiting');
    expect(said(room)).toEqual([['outputLost', 'app']]);
  });

  it('are missed by nobody who hears nothing of ours, and are once a set is chosen', async () => {
    const room = new TestRoom().started().do({ type: 'chooseNoMusic', wish: 'ownPhone' });
    const { keeper } = rig({ chosen: over, headphones: [] });
    keeper.follow(live(room));
    keeper.seen(seen('lost'));
    await settled();
    expect(said(room)).toEqual([]);
    room.do({ type: 'chooseMusic', musicHash: 'meadow', title: 'Meadow' });
    keeper.follow(live(room));
    await settled();
    expect(said(room)).toEqual([['outputLost', 'app']]);
  });

  it('a silence that somebody asked for stays, whatever goes and comes back', async () => {
    const room = new TestRoom().started().do({ type: 'silence' });
    const { keeper } = rig({ chosen: over, headphones: [] });
    keeper.follow(live(room));
    for (const state of ['lost', 'back', 'present'] as const) {
      keeper.seen(seen(state));
      await settled();
    }
    expect(said(room).length).toBe(2);
    expect(room.session.music.silent).toBe(true);
  });
});
