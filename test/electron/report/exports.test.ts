import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createJobBoard } from '../../../electron/job-board.ts';
import type { RecordClient } from '../../../electron/record/client.ts';
import { closeStore } from '../../../electron/record/store.ts';
import { exportSession, type ExportTools } from '../../../electron/report/export-session.ts';
import { exportSelection, type ExportDesk } from '../../../electron/report/exports.ts';
import type { Printed } from '../../../electron/report/printer.ts';
import { printCopy, saveCopy, type CopyTools } from '../../../electron/report/patient-copy.ts';
import type { AskFile } from '../../../electron/windows/ask-file.ts';
import type { Bundle } from '../../../shared/fhir/resource.ts';
import { sessionFileSchema } from '../../../shared/export/session-file.ts';
import { success } from '../../../shared/ipc/answer.ts';
import type { PushData } from '../../../shared/ipc/contract.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import type { Staff } from '../../../shared/people/people.ts';
import { FakeClock } from '../../helpers/fake-clock.ts';
import { fillSmallClinic } from '../../helpers/small-clinic.ts';
import { mayMount, smallDisk } from '../../helpers/small-disk.ts';
import {
  anAppend,
  createdBody,
  dataOf,
  openOrThrow,
  openStoreOrThrow,
  tempFolder,
  tempOptions,
} from '../../helpers/temp-record.ts';

const nurse: Staff = { staffId: 'alvarez', name: 'R. Alvarez, RN', role: 'nurse', active: true };
const clinician: Staff = { staffId: 'lindqvist', name: 'Dr. A. Lindqvist', role: 'clinician', active: true };
const search = { practice: false, text: '', flags: [], staffId: null };

let folder: string;
let remove: () => void;
let clinic: RecordClient;
let practice: RecordClient;
let desk: ExportDesk;
let ended: Promise<PushData<'jobEnded'>>;
let asked: string[];
let before: number;

beforeAll(async () => {
  ({ folder, remove } = tempFolder());
  const options = tempOptions(folder);
  const store = openStoreOrThrow(options);
  fillSmallClinic(store);
  closeStore(store);
  clinic = await openOrThrow(options);
  practice = await openOrThrow(tempOptions(folder, 'practice'));
});
beforeEach(async () => {
  let over: (data: PushData<'jobEnded'>) => void = () => undefined;
  ended = new Promise((resolve) => {
    over = resolve;
  });
  const jobs = createJobBoard((_to, name, data) => {
    if (name === 'jobEnded') over(data as PushData<'jobEnded'>);
  });
  const clock = new FakeClock() as unknown as ExportDesk['clock'];
  desk = { records: { clinic, practice }, room: { live: null } as ExportDesk['room'], clock, jobs };
  asked = [];
  before = (await exported()).length;
});
afterAll(async () => {
  await clinic.close();
  await practice.close();
  remove();
});

/** With it, and a printer that prints two words. */
const tools = (file: string | null): ExportTools => ({
  ask: pick(file),
  printer: { print: async ({ paper }) => ({ ok: true, seq: null, data: new TextEncoder().encode(`%PDF ${paper}`) }) },
});
/** A box for files in which somebody picks this place. */
const pick = (file: string | null): AskFile => ({
  save: async (suggested) => {
    asked.push(suggested);
    return file;
  },
  open: async () => null,
});
const at = (name: string): string => path.join(folder, name);
const exported = async () =>
  dataOf(await clinic.allOf('audit'))
    .map(({ body, author }) => ({ ...(body as { type: string }), author }))
    .filter(({ type }) => type === 'exportBegun');
/** What this test left in the audit. */
const noted = async () => (await exported()).slice(before);

describe('one session', () => {
  it('is written whole, under a name that tells nothing of the patient, and noted with who did it', async () => {
    const written = await exportSession(
      desk,
      tools(at('out.csv')),
      { sessionId: 'session-1', kind: 'readingsCsv' },
      nurse,
    );
    expect(written).toMatchObject({ ok: true, data: { name: 'out.csv' } });
    const rows: Record<string, string>[] = parse(readFileSync(at('out.csv')), { columns: true, bom: true });
    expect(rows.length).toBeGreaterThan(1);
    expect(rows[0]).toMatchObject({ practice: 'no', sessionId: 'session-1', patient: 'Änne Großmann-Tal' });
    expect(asked[0]).toMatch(/^stillroom-readings-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
    expect(await noted()).toMatchObject([
      { what: 'readingsCsv', practice: false, sessionIds: ['session-1'], author: { staffId: 'alvarez' } },
    ]);
  });

  it('leaves no intention that nobody agreed to export', async () => {
    dataOf(await exportSession(desk, tools(at('out.json')), { sessionId: 'session-1', kind: 'json' }, nurse));
    const text = readFileSync(at('out.json'), 'utf8');
    const [session] = sessionFileSchema.parse(JSON.parse(text)).sessions;
    expect(session?.intentionLeftOut).toBe(true);
    expect(text).not.toContain('lighthouse');
    expect(text).toContain('Hand on the shoulder');
  });

  it('is written as a FHIR bundle with its pages in it, whose names are the same each time', async () => {
    const names = async (file: string): Promise<string[]> => {
      dataOf(await exportSession(desk, tools(at(file)), { sessionId: 'session-1', kind: 'fhir' }, nurse));
      const bundle: Bundle = JSON.parse(readFileSync(at(file), 'utf8'));
      expect(bundle.entry.filter(({ resource }) => resource.resourceType === 'DocumentReference')).toMatchObject([
        { resource: { content: [{ attachment: { data: Buffer.from('%PDF a4').toString('base64') } }] } },
      ]);
      return bundle.entry.map(({ fullUrl }) => fullUrl);
    };
    const first = await names('one.json');
    expect(first[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await names('two.json')).toEqual(first);
  });

  it('is printed on the paper that was asked for, and noted', async () => {
    dataOf(await exportSession(desk, tools(at('out.pdf')), { sessionId: 'session-1', kind: 'pdfLetter' }, nurse));
    expect(readFileSync(at('out.pdf'), 'utf8')).toBe('%PDF letter');
    expect(asked[0]).toMatch(/^stillroom-record-.*\.pdf$/);
    expect(await noted()).toMatchObject([{ what: 'pdfLetter', sessionIds: ['session-1'] }]);
  });

  it('of practice says so, in the name too', async () => {
    dataOf(
      await practice.append(
        anAppend('session:p', 0, null, createdBody({ practice: true, protocolHash: await stored(practice) })),
      ),
    );
    dataOf(await exportSession(desk, tools(at('p.csv')), { sessionId: 'p', kind: 'eventsCsv' }, nurse));
    expect(asked[0]).toContain('stillroom-practice-entries');
    expect(readFileSync(at('p.csv'), 'utf8').split('\r\n')[1]).toMatch(/^yes,p,/);
    const asFhir = await exportSession(desk, tools(at('p.json')), { sessionId: 'p', kind: 'fhir' }, nurse);
    expect(asFhir).toMatchObject({ code: 'export.practice' });
    expect(await noted()).toMatchObject([{ practice: true }]);
  });

  it('is not written by a therapist, nor without a place, nor after it was erased; and nothing is noted then', async () => {
    const wanted = { sessionId: 'session-1', kind: 'json' } as const;
    expect(await exportSession(desk, tools(at('x')), wanted, { ...nurse, role: 'therapist' })).toMatchObject({
      code: 'access.notYourRole',
    });
    expect(await exportSession(desk, tools(null), wanted, nurse)).toMatchObject({ data: { name: null } });
    expect(await exportSession(desk, tools(at('x')), { ...wanted, sessionId: 'none' }, nurse)).toMatchObject({
      code: 'session.unknown',
    });
    expect(await noted()).toEqual([]);
  });

  it('says that the folder is gone, or takes no writing', async () => {
    mkdirSync(at('stick'));
    rmSync(at('stick'), { recursive: true });
    const wanted = { sessionId: 'session-1', kind: 'json' } as const;
    expect(await exportSession(desk, tools(at('stick/out.json')), wanted, nurse)).toMatchObject({
      code: 'export.folderGone',
    });
    expect(await exportSession(desk, tools(folder), wanted, nurse)).toMatchObject({ code: 'export.notWritten' });
  });

  it.runIf(mayMount())('says that the disk is full, and leaves what lay there as it was', async () => {
    const disk = smallDisk(64 * 1024);
    try {
      const file = path.join(disk.folder, 'out.json');
      disk.fill();
      const wanted = { sessionId: 'session-1', kind: 'json' } as const;
      expect(await exportSession(desk, tools(file), wanted, nurse)).toMatchObject({ code: 'export.full' });
      expect(readdirSync(disk.folder)).toEqual(['ballast']);
    } finally {
      disk.remove();
    }
  });
});

describe('a selection', () => {
  it('is every session that the search finds, in one file, noted with each of them', async () => {
    const begun = await exportSelection(desk, pick(at('all.json')), { search, kind: 'json' }, clinician);
    expect(begun).toMatchObject({ data: { begun: true } });
    expect(await ended).toMatchObject({ failure: null, result: { file: 'all.json' } });
    const { sessions } = sessionFileSchema.parse(JSON.parse(readFileSync(at('all.json'), 'utf8')));
    expect(sessions.length).toBeGreaterThan(2);
    expect(await noted()).toMatchObject([
      { sessions: sessions.length, sessionIds: sessions.map(({ sessionId }) => sessionId) },
    ]);
  });

  it('of those that were chosen is these alone, in their order', async () => {
    const sessionIds = ['session-2', 'session-1'];
    const chosen = { ...search, text: 'nobody', sessionIds };
    dataOf(await exportSelection(desk, pick(at('two.json')), { search: chosen, kind: 'json' }, clinician));
    expect(await ended).toMatchObject({ failure: null, result: { sessions: 2 } });
    const { sessions } = sessionFileSchema.parse(JSON.parse(readFileSync(at('two.json'), 'utf8')));
    expect(sessions.map(({ sessionId }) => sessionId)).toEqual(sessionIds);
    expect(await noted()).toMatchObject([{ sessionIds }]);
  });

  it('that finds nothing writes nothing', async () => {
    dataOf(
      await exportSelection(
        desk,
        pick(at('all.csv')),
        { search: { ...search, text: 'nobody' }, kind: 'eventsCsv' },
        clinician,
      ),
    );
    expect(await ended).toMatchObject({ failure: { code: 'export.none' } });
    expect(readdirSync(folder)).not.toContain('all.csv');
  });

  it('that is stopped leaves nothing behind', async () => {
    dataOf(await exportSelection(desk, pick(at('stopped.csv')), { search, kind: 'eventsCsv' }, clinician));
    desk.jobs.stop('export');
    expect(await ended).toMatchObject({ failure: { code: 'job.stopped' } });
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  it('is for those who look after records, and never beside a session in the room', async () => {
    expect(await exportSelection(desk, pick(at('x')), { search, kind: 'json' }, nurse)).toMatchObject({
      code: 'access.roleMissing',
    });
    const busy = { ...desk, room: { live: {} } as ExportDesk['room'] };
    expect(await exportSelection(busy, pick(at('x')), { search, kind: 'json' }, clinician)).toMatchObject({
      code: 'record.sessionRuns',
    });
  });
});

describe('a copy for the patient', () => {
  const copyTools = (file: string | null) => {
    const printed: Printed[] = [];
    const made: CopyTools = {
      ask: pick(file),
      lock: async (bytes, password) => success(new TextEncoder().encode(`${password} ${bytes.length}`)),
      printer: {
        print: async (what) => (printed.push(what), success(new Uint8Array(7))),
        printOnPaper: async (what) => (printed.push(what), success(null)),
      },
    };
    return { made, printed };
  };
  const wanted = { sessionId: 'session-1', copyId: 'copy-1', language: 'fr', paper: 'letter' } as const;

  it('is made as it was asked for, behind its password, and noted', async () => {
    const { made, printed } = copyTools(at('copy.pdf'));
    const save = { ...wanted, password: 'six words nobody thought up' };
    expect(await saveCopy(desk, made, save, nurse)).toMatchObject({ code: 'patientCopy.unknown' });
    const { length } = dataOf(await clinic.allOf('session:session-1'));
    const asked = { type: 'copyAsked', copyId: 'copy-1', askedAt: 0, whole: true };
    dataOf(await clinic.append(anAppend('session:session-1', length, null, asked)));
    expect(await saveCopy(desk, made, save, nurse)).toMatchObject({ data: { name: 'copy.pdf' } });
    expect(readFileSync(at('copy.pdf'), 'utf8')).toBe('six words nobody thought up 7');
    dataOf(await printCopy(desk, made, wanted, nurse));
    expect(printed.map(({ kind, language, paper }) => [kind, language, paper])).toEqual([
      ['patientWhole', 'fr', 'letter'],
      ['patientWhole', 'fr', 'letter'],
    ]);
    expect((await noted()).map((line) => 'what' in line && line.what)).toEqual(['patientFile', 'patientPaper']);
    const therapist = { ...nurse, role: 'therapist' } as const;
    expect(await printCopy(desk, made, wanted, therapist)).toMatchObject({ code: 'access.notYourRole' });
  });
});

/** The clinic's protocol, in the practice record too. */
async function stored(record: RecordClient): Promise<string> {
  return dataOf(await record.putContent('protocol', defaultProtocol(0, 'Clinic')));
}
