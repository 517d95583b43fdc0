import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readingVersions } from '../../shared/export/reading-versions.ts';
import type { ToldSession } from '../../shared/export/told-session.ts';
import { FakeClock, MINUTE } from '../helpers/fake-clock.ts';
import { openPrintPages } from '../helpers/print-pages.ts';
import { calm, TestRoom } from '../helpers/session-builder.ts';
import { toldOf } from '../helpers/told-arbitrary.ts';
import { summarise, type BenchResult } from './result.ts';

const RUNS = 20;

/** A session of an hour and a half with a reading every five minutes, every third of them amended. */
function longSession(): ToldSession {
  const room = new TestRoom(new FakeClock());
  room.started();
  for (let minute = 5; minute < 50; minute += 5) {
    room.run(5 * MINUTE);
    const readingId = room.takeReading({ ...calm, systolic: 118 + (minute % 15), pulse: 70 + (minute % 10) });
    if (minute % 3 !== 0) continue;
    const takenAt = room.clock.now().wallMs;
    const changed = { ...calm, systolic: 121 + (minute % 15) };
    const reason = `Cuff had slipped, ${minute}`;
    room.do({ type: 'amendReading', readingId, parts: changed, takenAt, reason, confirmed: ['savedAlready'] });
  }
  room
    .run(5 * MINUTE)
    .do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 })
    .tick();
  room.run(room.protocol.recoveryMs).answerChecks('recovery');
  room.do({ type: 'recordDose', mgGiven: 36, mgDiscarded: 0, witness: null, note: null });
  return toldOf(room);
}

/** From a session that was read to the bytes of its PDF, in a new window each time; every reading and amendment is looked for in its text. */
export async function sessionPdf(): Promise<BenchResult> {
  const told = longSession();
  const pages = await openPrintPages();
  const folder = mkdtempSync(join(tmpdir(), 'stillroom-pdf-'));
  const samples: number[] = [];
  try {
    for (let run = 0; run < RUNS; run += 1) {
      const begun = performance.now();
      const printed = await pages.printer.print({
        kind: 'record',
        told,
        paper: run % 2 === 0 ? 'a4' : 'letter',
        madeAt: 0,
      });
      samples.push(performance.now() - begun);
      if (!printed.ok) throw new Error(printed.code);
      const file = join(folder, 'session.pdf');
      writeFileSync(file, printed.data);
      const missing = missingIn(textOf(file), told);
      if (missing.length > 0) throw new Error(`Not in the PDF: ${missing.join('; ')}`);
    }
  } finally {
    await pages.close();
    rmSync(folder, { recursive: true });
  }
  const goal = 'under 2,000 ms';
  const name = 'review-exports: PDF of a session';
  return summarise({ name, unit: 'ms', samples, peers: {}, goal, met: (_p50, p99) => p99 < 2_000 });
}

/** The text of a PDF as poppler reads it, lines and columns made one. */
function textOf(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
}

/** What of the readings and amendments is not in the text. */
export function missingIn(text: string, told: ToldSession): readonly string[] {
  return readingVersions(told).flatMap(({ parts, reason, notObtained }) => {
    const pressure = parts?.systolic == null ? [] : [`${parts.systolic}/${parts.diastolic ?? '–'}`];
    return [...pressure, reason, notObtained].filter((words) => words != null && !text.includes(words)) as string[];
  });
}
