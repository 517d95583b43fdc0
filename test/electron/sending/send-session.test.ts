import { createServer as createTcp, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REACH_MS, SEND_MS, sendSession } from '../../../electron/sending/send-session.ts';
import type { Bundle } from '../../../shared/fhir/resource.ts';
import { failure } from '../../../shared/ipc/answer.ts';
import type { Outcome } from '../../../shared/sending/reply.ts';
import type { FhirServer } from '../../../shared/sending/server.ts';
import { selfSigned } from '../../helpers/self-signed.ts';
import { TestRoom } from '../../helpers/session-builder.ts';
import { until } from '../../helpers/until.ts';
import type { Trouble } from '../../peers/device-trouble.ts';
import { saying, startFhirServer, type FhirServerPeer } from '../../peers/fhir-server.ts';
import { aDesk, serverOf, TOKEN, type Desk } from './sending-fixtures.ts';

const never = new AbortController().signal;
let peer: FhirServerPeer;
let desk: Desk;

beforeEach(async () => {
  peer = await startFhirServer();
  peer.token = TOKEN;
  desk = aDesk('unused', serverOf(peer));
  desk.rooms.set('session-1', new TestRoom().finished());
});
afterEach(async () => {
  expect(desk.time.waiting()).toBe(0);
  await until(() => peer.connections() === 0);
  await peer.close();
});

const send = (over: Partial<FhirServer> = {}, token: string | null = TOKEN, signal = never): Promise<Outcome> =>
  sendSession(desk.parts, { server: serverOf(peer, over), token }, 'session-1', signal);
const sent = (): Bundle => JSON.parse(peer.requests.at(-1)?.body.toString('utf8') ?? '{}') as Bundle;

describe('sending one session', () => {
  it('puts the whole collection under a name that stays, and learns its place and version', async () => {
    const first = await send();
    const [id = ''] = peer.bundles.keys();
    expect(first).toMatchObject({ kind: 'accepted', versionId: '1' });
    expect(first).toMatchObject({ location: `https://${peer.host}/r4/Bundle/${id}/_history/1` });
    expect(sent()).toMatchObject({ resourceType: 'Bundle', type: 'collection', id });
    expect(peer.requests.at(-1)?.headers).toMatchObject({ 'content-type': 'application/fhir+json' });
    const names = sent().entry.map(({ fullUrl }) => fullUrl);
    expect(await send()).toMatchObject({ versionId: '2' });
    expect(sent().entry.map(({ fullUrl }) => fullUrl)).toEqual(names);
    expect([...peer.bundles.keys()]).toEqual([id]);
    expect(desk.noted).toEqual(['session-1', 'session-1']);
  });

  it('takes the printed record along where the clinic wants it', async () => {
    await send({ pages: true });
    const types = sent().entry.map(({ resource }) => resource.resourceType);
    expect(types.filter((type) => type === 'DocumentReference')).toHaveLength(1);
    await send();
    expect(sent().entry.some(({ resource }) => resource.resourceType === 'DocumentReference')).toBe(false);
  });

  it.each<[Trouble, Outcome['kind'], string]>([
    ['tooMany', 'notReached', 'busy'],
    ['overloaded', 'notReached', 'busy'],
    ['fault', 'notReached', 'serverFault'],
    ['forbidden', 'stopped', 'notAllowed'],
    ['redirect', 'stopped', 'redirected'],
    ['missing', 'refused', 'noBundles'],
    ['hangUp', 'notReached', 'unreachable'],
    ['cut', 'notReached', 'unreachable'],
    ['garbage', 'refused', 'strangeReply'],
    ['notHttp', 'refused', 'strangeReply'],
    ['otherJson', 'refused', 'strangeReply'],
    ['endless', 'refused', 'strangeReply'],
    ['endlessHead', 'refused', 'strangeReply'],
  ])('to a server that answers with %s ends as %s, %s', async (trouble, kind, code) => {
    peer.trouble = trouble;
    expect(await send()).toMatchObject({ kind, code });
    expect(peer.requests).toHaveLength(1);
  });

  it('says in the server’s own words why it was refused, and keeps to the wait that it asks for', async () => {
    peer.trouble = saying(422, 'Bundle.entry[2]: unknown code');
    expect(await send()).toMatchObject({ kind: 'refused', status: 422, words: 'Bundle.entry[2]: unknown code' });
    peer.trouble = saying(413, 'At most 1 MB');
    expect(await send()).toMatchObject({ kind: 'refused', code: 'tooLarge', words: 'At most 1 MB' });
    peer.trouble = saying(429, 'Slow down', { 'retry-after': '90' });
    expect(await send()).toMatchObject({ kind: 'notReached', code: 'busy', wishMs: 90_000 });
    peer.trouble = null;
    expect(await send({}, 'another-token')).toMatchObject({ kind: 'stopped', code: 'notAllowed' });
  });

  it.each<Trouble>(['silence', 'drip'])('gives up one that answers with %s once its time is over', async (trouble) => {
    peer.trouble = trouble;
    const sending = send();
    await until(() => peer.requests.length === 1);
    await desk.time.pass(SEND_MS);
    expect(await sending).toMatchObject({ kind: 'notReached', code: 'timeout' });
  });

  it('is given up at once by its signal, wherever it is', async () => {
    const giveUp = new AbortController();
    peer.trouble = 'silence';
    const sending = send({}, TOKEN, giveUp.signal);
    await until(() => peer.requests.length === 1);
    giveUp.abort();
    expect(await sending).toMatchObject({ kind: 'notReached', code: 'superseded' });
    const printing = new AbortController();
    let begun = false;
    desk = aDesk('unused', serverOf(peer));
    desk.rooms.set('session-1', new TestRoom().finished());
    const slow = { ...desk.parts, pdf: () => ((begun = true), new Promise<never>(() => undefined)) };
    const way = { server: serverOf(peer, { pages: true }), token: TOKEN };
    const laidOut = sendSession(slow, way, 'session-1', printing.signal);
    await until(() => begun);
    printing.abort();
    expect(await laidOut).toMatchObject({ kind: 'notReached', code: 'superseded' });
  });
});

describe('before anything leaves', () => {
  it('no token and no session reaches a server with another certificate, one that nobody vouches for, or one without TLS', async () => {
    expect(await send({ certificate: selfSigned('other').fingerprint })).toEqual({
      kind: 'stopped',
      code: 'certificateChanged',
    });
    expect(await send({ certificate: null })).toEqual({ kind: 'stopped', code: 'certificateUnknown' });
    const plain = createTcp((socket) =>
      socket
        .on('error', () => undefined)
        .resume()
        .end('HTTP/1.1 200 OK\r\n\r\n'),
    );
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(plain.address() as AddressInfo).port}`;
    expect(await send({ host })).toEqual({ kind: 'stopped', code: 'notEncrypted' });
    await new Promise((resolve) => plain.close(resolve));
    expect(peer.requests).toEqual([]);
    expect(desk.noted).toEqual([]);
  });

  it('one that is not reached costs no line in the audit and no page', async () => {
    await peer.close();
    desk.parts.pdf = () => Promise.reject(new Error('nothing is to be laid out'));
    expect(await send({ pages: true })).toMatchObject({ kind: 'notReached', code: 'unreachable' });
    const silent = createTcp((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const sending = send({ host: `127.0.0.1:${(silent.address() as AddressInfo).port}` });
    await desk.time.pass(REACH_MS);
    expect(await sending).toMatchObject({ kind: 'notReached', code: 'timeout' });
    await new Promise((resolve) => silent.close(resolve));
    expect(desk.noted).toEqual([]);
  });

  it('an erased session, a practice, and one whose leaving cannot be noted stay here', async () => {
    const practice = new TestRoom(undefined, undefined, { practice: true });
    desk.rooms.set('session-1', practice);
    expect(await send()).toEqual({ kind: 'gone' });
    desk.rooms.delete('session-1');
    expect(await send()).toEqual({ kind: 'gone' });
    desk.rooms.set('session-1', new TestRoom().finished());
    desk.parts.note = async () => failure('unsaved', 'disk.full');
    expect(await send()).toMatchObject({ kind: 'notReached', code: 'notNoted' });
    expect(peer.requests).toEqual([]);
  });
});
