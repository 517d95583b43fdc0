import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProtocolFiles } from '../../../electron/protocol/files.ts';
import { createProtocols, type Protocols } from '../../../electron/protocol/versions.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { protocolFile } from '../../../shared/protocol/protocol-file.ts';
import { clockAt, dataOf, openTempRecord, type TempRecord } from '../../helpers/temp-record.ts';

const builtIn = defaultProtocol(7, 'Built in');
const maker = { staffId: 'alvarez', name: 'R. Alvarez, RN', now: clockAt(9) };

let temp: TempRecord;
let protocols: Protocols;
let folder: string;
beforeEach(async () => {
  temp = await openTempRecord();
  protocols = createProtocols(temp.record, builtIn);
  folder = await mkdtemp(path.join(tmpdir(), 'stillroom-protocol-'));
});
afterEach(async () => {
  await temp.end();
  await rm(folder, { recursive: true });
});

describe('the whole of a protocol', () => {
  it('becomes the next version; the older one stays, and bands are dated when what they say changed', async () => {
    const title = { ...builtIn, title: 'Ours', id: 'another' };
    dataOf(await protocols.saveWhole({ basedOn: 1, protocol: title, note: 'Our name' }, maker));
    const second = dataOf(await protocols.inForce());
    expect(second).toMatchObject({
      version: 2,
      title: 'Ours',
      id: builtIn.id,
      author: maker.name,
      madeAt: maker.now.wallMs,
    });
    expect(second.bands.setAt).toBe(7);
    const bands = { ...second.bands, systolic: { ...second.bands.systolic, amberHigh: 155 } };
    dataOf(await protocols.saveWhole({ basedOn: 2, protocol: { ...second, bands }, note: '' }, maker));
    expect(dataOf(await protocols.inForce()).bands).toMatchObject({
      setAt: maker.now.wallMs,
      systolic: { amberHigh: 155 },
    });
    expect(dataOf(await protocols.get(1))).toEqual(builtIn);
  });

  it('is held to the same rule whatever way it comes: other cues, and an older version taken again', async () => {
    const bands = { ...builtIn.bands, systolic: { ...builtIn.bands.systolic, amberHigh: 200 } };
    protocols = createProtocols(temp.record, { ...builtIn, bands });
    const refused = {
      ...{ ok: false, kind: 'invalid', code: 'protocol.refused', field: 'bands.systolic.amberHigh' },
      params: { issue: 'bandOrder', amber: 200, red: 180 },
    };
    expect(await protocols.save({ basedOn: 1, cues: builtIn.cues.slice(1), note: '' }, maker)).toMatchObject(refused);
    dataOf(await protocols.saveWhole({ basedOn: 1, protocol: builtIn, note: '' }, maker));
    expect(await protocols.takeAgain({ basedOn: 2, version: 1 }, maker)).toMatchObject(refused);
  });

  it('is refused with its field where no session could hold it, and where somebody was faster', async () => {
    const bands = { ...builtIn.bands, systolic: { ...builtIn.bands.systolic, amberHigh: 200 } };
    expect(await protocols.saveWhole({ basedOn: 1, protocol: { ...builtIn, bands }, note: '' }, maker)).toMatchObject({
      ...{ ok: false, kind: 'invalid', code: 'protocol.refused', field: 'bands.systolic.amberHigh' },
    });
    const title = { ...builtIn, title: 'Ours' };
    dataOf(await protocols.saveWhole({ basedOn: 1, protocol: title, note: '' }, maker));
    expect(await protocols.saveWhole({ basedOn: 1, protocol: builtIn, note: '' }, maker)).toMatchObject({
      code: 'protocol.changedMeanwhile',
    });
  });
});

describe('a protocol as a file', () => {
  const files = (file: string | null) => createProtocolFiles({ save: async () => file, open: async () => file });

  it('comes back as it went; a closed box does nothing', async () => {
    const file = path.join(folder, 'ours.json');
    expect(dataOf(await files(file).write(builtIn))).toEqual({ name: 'ours.json' });
    expect(dataOf(await files(file).read())).toEqual({ protocol: builtIn });
    expect(dataOf(await files(null).write(builtIn))).toEqual({ name: null });
    expect(dataOf(await files(null).read())).toEqual({ protocol: null });
  });

  it('is refused with the reason, and with the field', async () => {
    const file = path.join(folder, 'other.json');
    const whole = await readFileText(builtIn);
    const refusals: readonly (readonly [string, string])[] = [
      ['not a file of ours', 'protocol.fileForeign'],
      ['{"format":"something else"}', 'protocol.fileForeign'],
      [whole.replace('"schemaVersion": 3', '"schemaVersion": 4'), 'protocol.fileNewer'],
      [whole.replace('"amberHigh": 160', '"amberHigh": "high"'), 'protocol.fileField'],
      [`${whole}${' '.repeat(200_001)}`, 'protocol.fileTooLong'],
    ];
    for (const [text, code] of refusals) {
      await writeFile(file, text);
      expect(await files(file).read()).toMatchObject({ ok: false, code });
    }
    await writeFile(file, whole.replace('"amberHigh": 160', '"amberHigh": "high"'));
    expect(await files(file).read()).toMatchObject({ field: 'bands.systolic.amberHigh' });
    expect(await files(path.join(folder, 'none.json')).read()).toMatchObject({ code: 'protocol.fileUnreadable' });
    expect(await files(path.join(folder, 'no-folder', 'x.json')).write(builtIn)).toMatchObject({
      code: 'protocol.fileUnwritable',
    });
  });

  async function readFileText(protocol: typeof builtIn): Promise<string> {
    const file = path.join(folder, 'text.json');
    await writeFile(file, protocolFile(protocol));
    return readFile(file, 'utf8');
  }
});
