import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright';

/** One browser's processes, by system id. */
export interface BrowserProcesses {
  readonly browser: readonly number[];
  readonly renderers: readonly number[];
  readonly gpu: readonly number[];
}

/** Kinds as Chromium names them. */
const kinds = { browser: 'browser', renderers: 'renderer', gpu: 'GPU' } as const;

/** The processes of the browser at this DevTools address. Nothing stays attached to it. */
export async function processesOf(endpoint: string): Promise<BrowserProcesses> {
  const browser = await chromium.connectOverCDP(endpoint);
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const idsOf = (kind: string): readonly number[] =>
      processInfo.filter(({ type }) => type === kind).map(({ id }) => id);
    const renderers = idsOf(kinds.renderers).filter((pid) => !drawsTheBrowser(pid));
    return { browser: idsOf(kinds.browser), renderers, gpu: idsOf(kinds.gpu) };
  } finally {
    await browser.close();
  }
}

/** The one of these DevTools addresses whose browser shows `/<name>.html`; throws where none does. */
export async function showing(name: string, endpoints: readonly string[]): Promise<string> {
  for (const endpoint of endpoints) {
    const browser = await chromium.connectOverCDP(endpoint);
    const pages = browser.contexts().flatMap((context) => context.pages());
    const found = pages.some((page) => new URL(page.url()).pathname.endsWith(`/${name}.html`));
    await browser.close();
    if (found) return endpoint;
  }
  throw new Error(`No browser shows ${name}.html.`);
}

/** Chromium draws its own tabs in a renderer too; that is no page of ours. */
function drawsTheBrowser(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--top-chrome-webui');
}

let ticksPerSecond: number | null = null;

/** CPU time of a process with all its threads so far, ms, in steps of a kernel tick (10 ms); 0 once it is gone. Linux only. */
export function cpuMs(pid: number): number {
  ticksPerSecond ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; user and system time are the 14th and 15th word.
    const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(words[11]) + Number(words[12])) / ticksPerSecond) * 1000;
  } catch {
    return 0;
  }
}
