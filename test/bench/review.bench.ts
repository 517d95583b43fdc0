import { closeSync, constants, copyFileSync, fsyncSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright';
import { PAGE_HEAP } from '../../electron/windows/page-heap.ts';
import { optionsOf } from '../../tools/archive/manifest.ts';
import { FEATURES_OFF } from '../helpers/browser-features.ts';
import { planDays } from '../../tools/archive/plan.ts';
import { serveBuiltPreview } from '../renderer/preview/serve.ts';
import { serveRecord } from '../helpers/record-server.ts';
import { findBrowser } from '../standin/browser/find.ts';
import { archiveOf } from './record-archive.ts';
import { summarise, type Bench, type BenchResult } from './result.ts';
import { openReviewDesk } from './review-desk.ts';
import {
  checkCourse,
  checkSession,
  longestWhileScrolling,
  paintedAfter,
  rendererMegabytes,
  scrolledTo,
} from './review-window.ts';

const FIRST_PAGES = 20;
const SEARCHES = 20;
const OPENED = 60;
const COURSES = 30;
const SCROLLS = 600;

interface Samples {
  readonly first: number[];
  readonly key: number[];
  readonly open: number[];
  readonly course: number[];
  readonly scroll: number[];
  readonly memory: number[];
}

/** Names to type, and the names of patients with twelve sessions or the most there are. */
function namesOf(sessions: number): { readonly some: readonly string[]; readonly long: readonly string[] } {
  const planned = planDays(1, sessions).flatMap(({ sessions: day }) => day);
  const counts = new Map<string, number>();
  for (const { patient } of planned) counts.set(patient.name, (counts.get(patient.name) ?? 0) + 1);
  const some = Array.from(
    { length: SEARCHES },
    (_, index) => planned[Math.floor((index * planned.length) / SEARCHES)]?.patient.name ?? '',
  );
  const most = [...counts].toSorted((a, b) => Math.abs(a[1] - 12) - Math.abs(b[1] - 12));
  return { some, long: most.slice(0, COURSES).map(([name]) => name) };
}

async function measure(browser: Browser, url: string, record: string, sessions: number): Promise<Samples> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(`${url}?rate=0&record=${encodeURIComponent(record)}`);
  const home = 'header button:first-child';
  const review = async (): Promise<void> => {
    await page.evaluate(() => {
      for (const button of document.querySelectorAll('button'))
        if (button.textContent.startsWith('Review')) button.dataset['bench'] = 'review';
    });
  };
  const { some, long } = namesOf(sessions);
  const found: Samples = { first: [], key: [], open: [], course: [], scroll: [], memory: [] };
  await page.getByText('Review').first().waitFor();
  for (let run = 0; run <= FIRST_PAGES; run += 1) {
    await review();
    const took = await paintedAfter(page, { press: '[data-bench=review]' }, '[data-place="5"]');
    if (run > 0) found.first.push(took);
    if (run < FIRST_PAGES) await paintedAfter(page, { press: home }, 'body:not(:has([data-rows]))');
  }
  await page.locator('input[type=search]').focus();
  for (const name of some)
    for (let letters = 1; letters <= Math.min(8, name.length); letters += 1) {
      const text = name.slice(0, letters);
      found.key.push(await paintedAfter(page, { text }, `[data-answers="${quoted(text)}"]`));
    }
  await paintedAfter(page, { text: '' }, '[data-answers=""]');
  // The newest is opened by itself, as it is for whoever comes here.
  await page.locator('article[data-session] ol li').first().waitFor();
  for (let run = 0; run < OPENED; run += 1) {
    await scrolledTo(page, run / OPENED);
    const id = await page.evaluate((round) => {
      const row = document.querySelectorAll<HTMLElement>('[data-place]:not([aria-current])')[8];
      if (row !== undefined) row.dataset['bench'] = `open-${round}`;
      return document.querySelector<HTMLElement>('article')?.dataset['session'] ?? '';
    }, run);
    const other = `article[data-session]:not([data-session="${id}"]) ol li`;
    found.open.push(await paintedAfter(page, { press: `[data-bench="open-${run}"]` }, other));
    await checkSession(page);
  }
  found.scroll.push(await longestWhileScrolling(page, SCROLLS));
  for (const name of long) {
    await paintedAfter(page, { text: name }, `[data-answers="${quoted(name)}"]`);
    const old = await page.evaluate(
      () => document.querySelector<HTMLElement>('article[data-session]')?.dataset['session'] ?? '',
    );
    const other = `article[data-session]:not([data-session="${old}"]) ol li`;
    await paintedAfter(page, { press: '[data-place="0"]' }, other);
    await page.evaluate(() => {
      for (const button of document.querySelectorAll('article button'))
        if (button.textContent === 'Course') (button as HTMLElement).dataset['bench'] = 'course';
    });
    found.course.push(await paintedAfter(page, { press: '[data-bench=course]' }, 'article table tbody tr'));
    await checkCourse(page);
  }
  found.memory.push(await rendererMegabytes(browser));
  await context.close();
  return found;
}

function quoted(text: string): string {
  return text.replaceAll('"', '\\"');
}

/** Until it lies on the disk: what a copy of gigabytes still has to write is in the way of whoever reads. */
function copyWhole(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  const copy = openSync(to, 'r+');
  fsyncSync(copy);
  closeSync(copy);
}

async function run(sessions: number): Promise<readonly BenchResult[]> {
  const made = await archiveOf(sessions);
  const folder = mkdtempSync(path.join(path.dirname(made.folder), 'review-'));
  const site = mkdtempSync(path.join(tmpdir(), 'stillroom-review-'));
  copyWhole(path.join(made.folder, made.manifest.file), path.join(folder, made.manifest.file));
  const found = findBrowser();
  if (found === null) throw new Error('No browser is installed; set STILLROOM_BROWSER');
  const desk = await openReviewDesk(optionsOf(folder, made.manifest));
  const { server, url } = await serveBuiltPreview(site);
  const record = await serveRecord(desk.answer);
  // Its pages gather as much as the app's.
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [FEATURES_OFF, `--js-flags=${PAGE_HEAP}`],
  });
  try {
    const of = `review: ${sessions} sessions: `;
    const samples = await measure(browser, url, record.address, sessions);
    const painted = (name: string, key: keyof Samples, limit: number): BenchResult =>
      summarise({
        ...{ name: `${of}${name}, to painted`, unit: 'ms', samples: samples[key], peers: {} },
        ...{ goal: `p99 <= ${limit} ms`, met: (_p50: number, p99: number) => p99 <= limit },
      });
    return [
      painted('first page', 'first', 50),
      painted('each keystroke of a search', 'key', 50),
      painted('open a session', 'open', 100),
      painted('course of 12', 'course', 100),
      summarise({
        ...{
          name: `${of}longest task while scrolling (0: none of 50)`,
          unit: 'ms',
          samples: samples.scroll,
          peers: {},
        },
        ...{ goal: '<= 50 ms', met: (p50: number) => p50 <= 50 },
      }),
      summarise({
        ...{ name: `${of}memory of the window after all of these`, unit: 'MB', samples: samples.memory, peers: {} },
        ...{ goal: '< 300 MB', met: (p50: number) => p50 < 300 },
      }),
    ];
  } finally {
    await browser.close();
    await server.close();
    await record.close();
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(site, { recursive: true, force: true });
  }
}

/** The review over a large archive: the real window on main's real handlers and record, without Electron between them. */
export const reviewBench: Bench = { name: 'review', run: ({ sessions }) => run(sessions) };
