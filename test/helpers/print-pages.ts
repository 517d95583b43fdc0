import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { findBrowser } from '../standin/browser/find.ts';
import { FEATURES_OFF } from './browser-features.ts';
import { createPrinter, type Printer } from '../../electron/report/printer.ts';
import { servePage } from '../../electron/windows/pages.ts';
import { success } from '../../shared/ipc/answer.ts';

const built = join(import.meta.dirname, '../../dist/renderer');
const ORIGIN = 'https://stillroom.invalid';

/** The built print page in a browser of its own, behind the real printer. */
export interface PrintPages {
  readonly printer: Printer;
  readonly close: () => Promise<void>;
}

/** Throws where no browser is installed. */
export async function openPrintPages(): Promise<PrintPages> {
  const found = findBrowser();
  if (found === null) throw new Error('No browser is installed; set STILLROOM_BROWSER');
  const browser: Browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', FEATURES_OFF],
  });
  const closing: Promise<unknown>[] = [];
  const printer: Printer = createPrinter((gone) => {
    const opened = openPage(browser, (name, args) => answer(printer, name, args));
    opened.catch(gone);
    return {
      pdf: async () => {
        const page = await opened;
        return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      },
      onPaper: async () => success(null),
      close: () => void closing.push(opened.then((page) => page.context().close()).catch(() => undefined)),
    };
  });
  return {
    printer,
    // The last page may still be on its way out.
    close: async () => {
      await Promise.all(closing);
      await browser.close();
    },
  };
}

interface Asked {
  readonly from?: number | undefined;
  readonly laidOut?: boolean | undefined;
}

async function openPage(browser: Browser, ask: (name: string, args: Asked) => unknown) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(`${ORIGIN}/**`, async (route) => {
    const response = await servePage(built, new URL(route.request().url()).pathname);
    const body = Buffer.from(await response.arrayBuffer());
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  });
  await page.exposeFunction('askMain', (message: string) => {
    const { name, args } = JSON.parse(message) as { name: string; args: Asked };
    return JSON.stringify(ask(name, args));
  });
  await page.addInitScript(() => {
    const main = (window as unknown as { askMain: (message: string) => Promise<string> }).askMain;
    Object.assign(window, { stillroom: { request: main, onPush: () => () => undefined, drop: async () => 0 } });
  });
  await page.goto(`${ORIGIN}/print.html`);
  return page;
}

function answer(printer: Printer, name: string, { from = 0, laidOut = false }: Asked): unknown {
  if (name === 'print.job') return success({ job: printer.job() });
  if (name === 'print.entries') return success(printer.entries(from));
  // After this answer is on its way, so that the page is not closed under it.
  setTimeout(() => printer.ready(laidOut), 0);
  return success({});
}
