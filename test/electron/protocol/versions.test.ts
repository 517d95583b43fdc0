import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { protocolHandlers } from '../../../electron/ipc/protocol-handlers.ts';
import { createProtocols, type Protocols } from '../../../electron/protocol/versions.ts';
import type { Cue } from '../../../shared/cues/cue.ts';
import { success } from '../../../shared/ipc/answer.ts';
import type { Staff } from '../../../shared/people/people.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { PROTOCOL_STREAM } from '../../../shared/protocol/versions.ts';
import { ArchivePc } from '../../helpers/archive-pc.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { clockAt, dataOf, openOrThrow, openTempRecord, type TempRecord } from '../../helpers/temp-record.ts';

const builtIn = defaultProtocol(7, 'Built in');
const maker = (seconds: number) => ({ staffId: 'alvarez', name: 'R. Alvarez, RN', now: clockAt(seconds) });
/** The built-in cues with the return so many minutes before zero. */
const returning = (minutes: number): Cue[] =>
  builtIn.cues.map((cue) =>
    cue.id === 'lights-return' ? { ...cue, anchor: { from: 'zero', offsetMs: -minutes * MINUTE } } : cue,
  );

let temp: TempRecord;
let protocols: Protocols;
beforeEach(async () => {
  temp = await openTempRecord();
  protocols = createProtocols(temp.record, builtIn);
});
afterEach(() => temp.end());

describe('the versions of a protocol', () => {
  it('begin with the built-in one, which writes nothing', async () => {
    expect(dataOf(await protocols.inForce())).toEqual(builtIn);
    expect(dataOf(await protocols.list())).toMatchObject([{ version: 1, author: { kind: 'app' }, madeAt: 7 }]);
    expect(dataOf(await temp.record.allOf(PROTOCOL_STREAM))).toEqual([]);
  });

  it('each stay, with author and time; the newest is in force, and an older one taken again is a new one', async () => {
    dataOf(await protocols.save({ basedOn: 1, cues: returning(8), note: 'Gentler' }, maker(1)));
    dataOf(await protocols.save({ basedOn: 2, cues: returning(9), note: '' }, maker(2)));
    dataOf(await protocols.takeAgain({ basedOn: 3, version: 1 }, maker(3)));
    expect(dataOf(await protocols.list()).map(({ hash: _hash, ...told }) => told)).toEqual([
      { version: 1, madeAt: 7, author: { kind: 'app' }, takenFrom: null, note: '' },
      {
        version: 2,
        madeAt: clockAt(1).wallMs,
        author: { kind: 'staff', staffId: 'alvarez' },
        takenFrom: null,
        note: 'Gentler',
      },
      {
        version: 3,
        madeAt: clockAt(2).wallMs,
        author: { kind: 'staff', staffId: 'alvarez' },
        takenFrom: null,
        note: '',
      },
      { version: 4, madeAt: clockAt(3).wallMs, author: { kind: 'staff', staffId: 'alvarez' }, takenFrom: 1, note: '' },
    ]);
    expect(dataOf(await protocols.get(1))).toEqual(builtIn);
    expect(dataOf(await protocols.get(2)).cues).toEqual(returning(8));
    expect(dataOf(await protocols.inForce())).toEqual({
      ...builtIn,
      version: 4,
      author: 'R. Alvarez, RN',
      madeAt: clockAt(3).wallMs,
    });
    expect(await protocols.get(5)).toMatchObject({ ok: false, code: 'protocol.versionUnknown' });
  });

  it('are kept apart from what another program has built in', async () => {
    dataOf(await protocols.save({ basedOn: 1, cues: returning(8), note: '' }, maker(1)));
    await temp.record.close();
    temp = { ...temp, record: await openOrThrow(temp.options) };
    const newer = createProtocols(temp.record, { ...builtIn, title: 'Another', cues: [] });
    expect(dataOf(await newer.get(1))).toEqual(builtIn);
    expect(dataOf(await newer.inForce()).cues).toEqual(returning(8));
  });

  it('do not run over each other: the second of two changes to one version is refused', async () => {
    const both = await Promise.all(
      [8, 9].map((at) => protocols.save({ basedOn: 1, cues: returning(at), note: '' }, maker(1))),
    );
    expect(both.map((answer) => (answer.ok ? 'saved' : answer.code)).toSorted()).toEqual([
      'protocol.changedMeanwhile',
      'saved',
    ]);
    expect(dataOf(await protocols.list())).toHaveLength(2);
    expect(await protocols.save({ basedOn: 1, cues: returning(7), note: '' }, maker(2))).toMatchObject({
      code: 'protocol.changedMeanwhile',
    });
  });

  it('take nothing that the rules refuse, and nothing that changes nothing', async () => {
    const dark = builtIn.cues.filter(({ anchor }) => anchor.from === 'start');
    expect(await protocols.save({ basedOn: 1, cues: dark, note: '' }, maker(1))).toMatchObject({
      code: 'protocol.sheetRefused',
    });
    expect(await protocols.save({ basedOn: 1, cues: builtIn.cues.toReversed(), note: '' }, maker(1))).toMatchObject({
      code: 'protocol.unchanged',
    });
    expect(dataOf(await temp.record.allOf(PROTOCOL_STREAM))).toEqual([]);
  });

  it('stand in the chain: the whole check finds them whole', async () => {
    dataOf(await protocols.save({ basedOn: 1, cues: returning(8), note: '' }, maker(1)));
    expect(dataOf(await temp.record.job('verify', { elsewhere: [] }))).toMatchObject({ findings: [], checkedRows: 2 });
  });
});

describe('the versions in an archive', () => {
  const version = (pc: ArchivePc, number: number, title: string): void => {
    const protocolHash = pc.content({ title });
    pc.append(PROTOCOL_STREAM, { type: 'versionMade', version: number, protocolHash, takenFrom: null, note: '' });
  };

  it('go along and go on; two that went different ways are never mixed', async () => {
    const [one, two] = [new ArchivePc('pc-a'), new ArchivePc('pc-b')];
    try {
      version(one, 1, 'Calm');
      version(one, 2, 'Calmer');
      dataOf(await one.export(one.file('a')));
      dataOf(await two.import(one.file('a')));
      expect(two.events(PROTOCOL_STREAM)).toEqual(one.events(PROTOCOL_STREAM));
      version(one, 3, 'Calmest');
      dataOf(await one.export(one.file('b')));
      dataOf(await two.import(one.file('b')));
      expect(two.events(PROTOCOL_STREAM)).toHaveLength(3);
      version(one, 4, 'Here');
      version(two, 4, 'There');
      dataOf(await one.export(one.file('c')));
      dataOf(await two.import(one.file('c')));
      expect(two.events(PROTOCOL_STREAM)).toHaveLength(4);
      expect(await two.findings()).toEqual([]);
    } finally {
      one.end();
      two.end();
    }
  });
});

const nothing = (): void => undefined;

describe('requests about versions', () => {
  const nurse: Staff = { staffId: 'alvarez', name: 'R. Alvarez, RN', role: 'nurse', active: true };
  const handlersFor = (staff: Staff | null) =>
    protocolHandlers(
      () =>
        success({
          signedIn: () => staff,
          protocols,
          clock: { now: () => clockAt(5), rate: 1, recall: () => undefined },
          records: { clinic: { staff: async () => success([nurse]) } },
        }),
      noPreview,
      noFiles,
    );
  const noFiles = {
    write: async () => success({ name: null }),
    read: async () => success({ protocol: null }),
  };
  const noPreview = { play: () => success({}), pause: nothing, end: nothing, follow: nothing };
  const change = { basedOn: 1, cues: returning(8), note: '' };

  it('name who made each; nobody signed in sees none, a therapist changes none', async () => {
    const { 'protocols.list': list, 'protocols.save': save } = handlersFor(nurse);
    expect(dataOf(await save(change, 'room'))).toEqual({ version: 2 });
    expect(dataOf(await list({}, 'room')).versions.map(({ version: number, by }) => [number, by])).toEqual([
      [1, null],
      [2, 'R. Alvarez, RN'],
    ]);
    const locked = handlersFor(null);
    expect(await locked['protocols.list']({}, 'room')).toMatchObject({ code: 'access.signInNeeded' });
    expect(await locked['protocols.takeAgain']({ basedOn: 2, version: 1 }, 'room')).toMatchObject({
      code: 'access.signInNeeded',
    });
    const therapist = handlersFor({ ...nurse, role: 'therapist' });
    expect(await therapist['protocols.save']({ ...change, basedOn: 2 }, 'room')).toMatchObject({
      code: 'access.notYourRole',
    });
    expect(dataOf(await therapist['protocols.get']({ version: 2 }, 'room')).protocol.cues).toEqual(returning(8));
  });
});
