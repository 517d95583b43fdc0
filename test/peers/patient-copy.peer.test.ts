import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Printed } from '../../electron/report/printer.ts';
import { copyCatalogues } from '../../renderer/i18n/copy/copy.ts';
import { intakeLanguages } from '../../shared/intake/choice.ts';
import { FakeClock, MINUTE } from '../helpers/fake-clock.ts';
import { observe } from '../helpers/observed.ts';
import { openPrintPages, type PrintPages } from '../helpers/print-pages.ts';
import { calm, TestRoom } from '../helpers/session-builder.ts';
import { toldOf } from '../helpers/told-arbitrary.ts';

/** What the pages of the copy say is read by another program: pdftotext of poppler. */
let pages: PrintPages;
const folder = path.join(import.meta.dirname, '../../out/test/patient-copy');

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  pages = await openPrintPages();
});
afterAll(() => pages.close());

/** An infusion with a reading every five minutes and all that the page has a sentence for: a reading that was corrected, music, complaints, a medicine, own words. */
function eventful(): TestRoom {
  const room = new TestRoom(new FakeClock());
  room.started();
  for (let minute = 0; minute < 45; minute += 5) {
    room.run(5 * MINUTE, MINUTE);
    observe(room);
    room.takeReading({ ...calm, pulse: 70 + minute / 5 });
  }
  const readingId = room.takeReading({ ...calm, systolic: 129, diastolic: 79, pulse: 81 });
  const takenAt = room.clock.now().wallMs;
  const parts = { ...calm, systolic: 121, diastolic: 77, pulse: 79 };
  room.do({ type: 'amendReading', readingId, parts, takenAt, reason: 'Cuff had slipped', confirmed: [] });
  room.do({ type: 'mark', markId: 'm1', kind: 'doctorCalled', note: null, agoMs: 0 });
  room.do({ type: 'mark', markId: 'm2', kind: 'dizziness', note: null, agoMs: 0 });
  room.do({ type: 'beginEmergency' }).do({ type: 'endEmergency' });
  room.do({ type: 'stopPump', reason: 'distress', note: null, agoMs: 0 }).tick();
  room.run(room.protocol.recoveryMs).answerChecks('recovery');
  room.do({ type: 'keepOwnWords', text: 'Like snow over a harbour' });
  room.do({
    type: 'recordDose',
    mgGiven: 31.5,
    mgDiscarded: 4.5,
    witness: { staffId: 'okafor', pin: '1379' },
    note: null,
  });
  return room;
}

async function textOf(what: Pick<Printed, 'kind' | 'language' | 'paper'>): Promise<string> {
  const room = eventful();
  const printed = await pages.printer.print({ ...what, told: toldOf(room), madeAt: 0 });
  if (!printed.ok) throw new Error(printed.code);
  const file = path.join(folder, `${what.kind}-${what.language}-${what.paper}.pdf`);
  writeFileSync(file, printed.data);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

describe.each(intakeLanguages)('the copy in %s', (language) => {
  it.each(['a4', 'letter'] as const)(
    'is one page of %s with what was given, readings, corrections, music and what this is not',
    async (paper) => {
      const laidOut = await textOf({ kind: 'patientPage', language, paper });
      expect(laidOut.split('\f').filter((page) => page.trim() !== '')).toHaveLength(1);
      const text = laidOut.replaceAll(/\s+/gu, ' ');
      const words = copyCatalogues[language];
      const plain = [
        words.given,
        words.happened,
        words.music,
        words.readings,
        words.about,
        words.corrected,
        words.emergency,
      ];
      plain.push(
        words.notHere,
        words.wholeToo,
        words.wrong,
        words.marks.doctorCalled,
        words.marks.dizziness,
        words.reasons.distress,
      );
      plain.push(words.notA, ...Object.values(words.column));
      // Words that are broken to fit are read with a blank between their parts, or none; columns stand beside each other.
      const squeezed = text.replaceAll(' ', '');
      for (const part of plain) expect(squeezed, part).toContain(part.replaceAll(/\s/gu, ''));
      expect(text).toContain(language === 'en' ? '31.5 mg' : '31,5 mg');
      expect(text).toMatch(/129\/79 121\/77/);
      expect(text).toMatch(/81 79/);
      expect(text).toContain('Like snow over a harbour');
      const titles = eventful().events.flatMap(({ body }) => (body.type === 'trackStarted' ? [body.title] : []));
      expect(titles.length).toBeGreaterThan(1);
      for (const title of titles) expect(text).toContain(title);
    },
  );
});

it('the whole record follows the page with its amendments, each in its own language', async () => {
  const laidOut = await textOf({ kind: 'patientWhole', language: 'de', paper: 'a4' });
  const [first = '', ...rest] = laidOut.split('\f');
  expect(first.replaceAll(/\s+/gu, ' ')).toContain('Seite 1 von');
  expect(first.replaceAll(/\s+/gu, ' ')).toContain('auf Englisch');
  const record = rest.join(' ').replaceAll(/\s+/gu, ' ');
  expect(record).toContain('Session record');
  expect(record).toContain('Page 2 of');
  expect(record).toContain('Cuff had slipped');
  expect(record).not.toContain('Seite');
});
