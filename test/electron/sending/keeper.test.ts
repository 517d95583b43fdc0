import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sending } from '../../../electron/sending/keeper.ts';
import { entryOf, isOutdated } from '../../../shared/sending/queue.ts';
import { leaksUnder } from '../../helpers/leak-search.ts';
import { TestRoom } from '../../helpers/session-builder.ts';
import { tempFolder } from '../../helpers/temp-record.ts';
import { until } from '../../helpers/until.ts';
import { saying, startFhirServer, type FhirServerPeer } from '../../peers/fhir-server.ts';
import { aDesk, serverOf, TOKEN, type Desk } from './sending-fixtures.ts';

let folder: string;
let remove: () => void;
let peer: FhirServerPeer;
let desk: Desk;
let sending: Sending;

beforeEach(async () => {
  ({ folder, remove } = tempFolder());
  peer = await startFhirServer();
  peer.token = TOKEN;
  desk = aDesk(folder, serverOf(peer));
  for (const id of ['session-1', 'session-2']) desk.rooms.set(id, new TestRoom().finished());
  sending = await desk.start();
});
afterEach(async () => {
  await sending.close();
  expect(desk.faults).toEqual([]);
  expect(desk.time.waiting()).toBe(0);
  await peer.close();
  remove();
});

const stateOf = (sessionId: string) => entryOf(sending.queue(), sessionId)?.state;
const settle = (sessionId: string, kind: string): Promise<void> => until(() => stateOf(sessionId)?.kind === kind);
const restart = async (): Promise<void> => {
  await sending.close();
  sending = await desk.start();
};

describe('the queue', () => {
  it('is sent one after the other, and shows after a restart what was accepted', async () => {
    await sending.ask(['session-1', 'session-2'], 'ines');
    await settle('session-1', 'accepted');
    await settle('session-2', 'accepted');
    await restart();
    expect(entryOf(sending.queue(), 'session-2')).toMatchObject({ askedBy: 'ines', taken: { versionId: '1' } });
    expect(peer.bundles.size).toBe(2);
    expect(desk.ended).toEqual([
      ['session-1', 'accepted'],
      ['session-2', 'accepted'],
    ]);
  });

  it('survives a restart in the middle of a send, and sends it again under the same name', async () => {
    peer.trouble = 'silence';
    await sending.ask(['session-1'], 'ines');
    await until(() => peer.requests.length === 1);
    await sending.close();
    expect(stateOf('session-1')).toEqual({ kind: 'waiting', tries: 0, why: null });
    peer.trouble = null;
    sending = await desk.start();
    await settle('session-1', 'accepted');
    const [first, second] = peer.requests;
    expect(second?.path).toBe(first?.path);
  });

  it('waits longer and longer for a server that is away, and goes on by itself once it is back', async () => {
    peer.trouble = saying(503, 'Down');
    await sending.ask(['session-1'], 'ines');
    await until(() => peer.requests.length === 1 && sending.underway() === null);
    await desk.time.pass(25_000);
    expect(peer.requests).toHaveLength(1);
    await desk.time.pass(10_000);
    await until(() => peer.requests.length === 2 && sending.underway() === null);
    expect(stateOf('session-1')).toMatchObject({ kind: 'waiting', tries: 2, why: 'busy' });
    await restart();
    await desk.time.pass(50_000);
    expect(peer.requests).toHaveLength(2);
    peer.trouble = null;
    await desk.time.pass(15_000);
    await settle('session-1', 'accepted');
    expect(sending.queue().pause).toBeNull();
  });

  it('keeps no word of a session, and of the server’s words none that can be read on the disk', async () => {
    peer.trouble = saying(422, 'Wren Example is not a name');
    await sending.ask(['session-1'], 'ines');
    await settle('session-1', 'refused');
    expect(stateOf('session-1')).toMatchObject({ words: 'Wren Example is not a name' });
    await restart();
    expect(stateOf('session-1')).toMatchObject({ words: 'Wren Example is not a name' });
    // No word so short that the sealed file could read like it by chance.
    expect(leaksUnder(folder, ['Wren Example', 'session-1', TOKEN])).toEqual([]);
  });

  it('is set aside and told where its file is damaged', async () => {
    await sending.ask(['session-1'], 'ines');
    await settle('session-1', 'accepted');
    await sending.close();
    const file = path.join(folder, 'sending.json');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20));
    sending = await desk.start();
    expect(sending.queue().entries).toEqual([]);
    expect(desk.damaged).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith('sending.json.'))).toHaveLength(1);
  });
});

describe('what the app did not live to hear', () => {
  const last = () => desk.rooms.get('session-1')?.session.seq ?? 0;
  const wentOn = (over = {}) => ({ sessionId: 'session-1', seq: last(), signedHere: true, ...over });
  const end = { sessionId: 'session-1', signed: true, seq: 4, ended: true };

  it('is found in the record: what was signed goes, what has changed since is shown as changed or goes again', async () => {
    desk.setup = { ...desk.setup, whenSigned: true };
    desk.found = { to: 40, sessions: [wentOn({ signedHere: false }), wentOn()], beside: [] };
    await restart();
    expect(desk.lookedAfter).toBe(1);
    await settle('session-1', 'accepted');
    expect(entryOf(sending.queue(), 'session-1')).toMatchObject({ askedBy: null });

    desk.setup = { ...desk.setup, whenSigned: false };
    desk.found = { to: 50, sessions: [], beside: [end] };
    await restart();
    expect(desk.lookedAfter).toBe(40);
    expect(sending.queue().entries.map(isOutdated)).toEqual([true]);
    expect(peer.requests).toHaveLength(1);
    desk.setup = { ...desk.setup, whenSigned: true };
    desk.found = { to: 60, sessions: [], beside: [{ ...end, seq: 5 }] };
    desk.beside = 5;
    await restart();
    await until(() => peer.requests.length === 2 && sending.underway() === null);
    expect(sending.queue().entries.map(isOutdated)).toEqual([false]);
  });

  it('is nothing twice: what was heard of, or told with what the server has, changes nothing', async () => {
    desk.setup = { ...desk.setup, whenSigned: true };
    desk.beside = 4;
    await sending.ask(['session-1'], 'ines');
    await settle('session-1', 'accepted');
    const { entries } = sending.queue();
    desk.found = { to: 40, sessions: [wentOn(), wentOn({ sessionId: 'session-2', signedHere: false })], beside: [end] };
    await restart();
    await desk.time.pass(10_000);
    expect(sending.queue().entries).toEqual(entries);
    expect(peer.requests).toHaveLength(1);
  });

  it('is not sent again by itself where the server had refused it as it is', async () => {
    desk.setup = { ...desk.setup, whenSigned: true };
    peer.trouble = saying(422, 'Not like this');
    desk.found = { to: 40, sessions: [wentOn()], beside: [] };
    await restart();
    await settle('session-1', 'refused');
    peer.trouble = null;
    await restart();
    await desk.time.pass(10_000);
    expect(stateOf('session-1')).toMatchObject({ kind: 'refused' });
    expect(peer.requests).toHaveLength(1);
  });

  it('is nothing that was signed before the owner made the setting', async () => {
    desk.found = { to: 70, sessions: [wentOn()], beside: [] };
    expect(await sending.beforeSetting()).toMatchObject({ ok: true });
    expect(sending.queue()).toMatchObject({ entries: [], heardTo: 70 });
    desk.setup = { ...desk.setup, whenSigned: true };
    desk.found = { to: 70, sessions: [], beside: [] };
    await restart();
    expect(desk.lookedAfter).toBe(70);
    expect(peer.requests).toEqual([]);
  });
});

describe('what goes, and when', () => {
  it('is signed sessions where the owner said so, and those again that changed; nobody’s else', async () => {
    const signed = (seq: number) => {
      const room = new TestRoom().finished();
      const signature = { staffId: 'lindqvist' } as unknown as TestRoom['session']['signature'];
      return { ...room.session, sessionId: 'session-1', seq, signature };
    };
    sending.heard(signed(40));
    desk.setup = { ...desk.setup, whenSigned: true };
    sending.heard({ ...signed(40), signature: null });
    await desk.time.pass(10_000);
    expect(peer.requests).toEqual([]);
    const last = desk.rooms.get('session-1')?.session.seq ?? 0;
    sending.heard(signed(last));
    await settle('session-1', 'accepted');
    sending.heard(signed(last));
    await desk.time.pass(10_000);
    expect(peer.requests).toHaveLength(1);
    desk.rooms.get('session-1')?.do({ type: 'note', text: 'Slept well' });
    sending.heard(signed(last + 1));
    await until(() => peer.requests.length === 2 && sending.underway() === null);
    expect([...peer.bundles.values()].map((versions) => versions.length)).toEqual([2]);
    await sending.withhold('session-1', 'ines');
    sending.heard(signed(last + 2));
    await desk.time.pass(10_000);
    expect(peer.requests).toHaveLength(2);
  });

  it('is a signed session again once a questionnaire between the sessions that leaves beside it has ended', async () => {
    desk.setup = { ...desk.setup, whenSigned: true };
    await sending.ask(['session-1'], 'ines');
    await settle('session-1', 'accepted');
    const change = { sessionId: 'session-1', signed: true, seq: 3, ended: false };
    sending.heardBeside(change);
    sending.heardBeside({ ...change, sessionId: 'never sent', ended: true });
    await desk.time.pass(10_000);
    expect(peer.requests).toHaveLength(1);
    const outdated = () => sending.queue().entries.map(isOutdated);
    expect(outdated()).toEqual([true]);
    await restart();
    expect(outdated()).toEqual([true]);
    desk.beside = 4;
    sending.heardBeside({ ...change, seq: 4, ended: true });
    await until(() => peer.requests.length === 2 && sending.underway() === null);
    expect(outdated()).toEqual([false]);
    // Nobody signed it, or the owner wants no sending by itself: it is shown as changed, and stays.
    sending.heardBeside({ ...change, seq: 5, ended: true, signed: false });
    desk.setup = { ...desk.setup, whenSigned: false };
    sending.heardBeside({ ...change, seq: 6, ended: true });
    await desk.time.pass(10_000);
    expect(peer.requests).toHaveLength(2);
    expect(outdated()).toEqual([true]);
  });

  it('is nothing beside a session in the room, and of an erased patient nothing at all', async () => {
    desk.free = false;
    await sending.ask(['session-1', 'session-2'], 'ines');
    await desk.time.pass(60_000);
    expect(peer.connections()).toBe(0);
    desk.rooms.delete('session-1');
    desk.free = true;
    await desk.time.pass(5_000);
    await settle('session-2', 'accepted');
    expect(stateOf('session-1')).toBeUndefined();
    expect(peer.bundles.size).toBe(1);
  });

  it('is nothing until a person has looked, where the server takes no token of ours, or none is kept', async () => {
    peer.token = 'another';
    await sending.ask(['session-1', 'session-2'], 'ines');
    await until(() => sending.queue().halt?.code === 'notAllowed');
    await desk.time.pass(3_600_000);
    expect(peer.requests).toHaveLength(1);
    peer.token = TOKEN;
    await sending.release();
    await settle('session-2', 'accepted');
    desk.setup = { ...desk.setup, on: false };
    expect(await sending.ask(['session-1'], 'ines')).toMatchObject({ code: 'sending.off' });
  });
});
