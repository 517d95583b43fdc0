import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';

/** What is done in the page: a press, or a text of the search as it is after one more key. */
type Act = { readonly press: string } | { readonly text: string };

/** From an act to the frame after the one in which `done` is on the page, ms: by then it is painted. */
export async function paintedAfter(page: Page, act: Act, done: string): Promise<number> {
  return page.evaluate(
    async ({ act: what, done: selector }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const begun = performance.now();
      if ('press' in what) document.querySelector<HTMLElement>(what.press)?.click();
      else {
        const find = document.querySelector<HTMLInputElement>('input[type=search]');
        // React keeps an eye on the field's own property: what is typed goes past it.
        if (find !== null) Reflect.set(HTMLInputElement.prototype, 'value', what.text, find);
        find?.dispatchEvent(new Event('input', { bubbles: true }));
      }
      while (document.querySelector(selector) === null) {
        if (performance.now() - begun > 10_000) throw new Error(`Never came: ${selector}`);
        await frame();
      }
      // After the frame that holds it, a task of its own: the frame has been handed over.
      await frame();
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', resolve);
        port1.start();
        port2.postMessage(null);
      });
      return performance.now() - begun;
    },
    { act, done },
  );
}

/** Throws where what was just measured as painted is not all there: the figures, the entries and the chart's own pixels. */
export async function checkSession(page: Page): Promise<void> {
  const lacks = await page.evaluate(() => {
    const article = document.querySelector('article[data-session]');
    const canvas = article?.querySelector('canvas');
    if (canvas == null || canvas.width === 0) return 'the chart';
    const { data } = canvas.getContext('2d')?.getImageData(0, Math.floor(canvas.height / 2), canvas.width, 1) ?? {
      data: [],
    };
    if (!data.some((byte) => byte !== 0)) return 'what the chart shows';
    if ((article?.querySelectorAll('dl dd').length ?? 0) < 20) return 'the figures';
    const entries = [...(article?.querySelectorAll('ol li') ?? [])];
    const end = article?.querySelector('ol')?.getBoundingClientRect().bottom ?? 0;
    const last = entries.at(-1)?.getBoundingClientRect().bottom ?? 0;
    return entries.length < 10 && last < end ? 'entries' : null;
  });
  if (lacks !== null) throw new Error(`Not painted: ${lacks}`);
}

/** Throws where a course was just measured as painted without two lines, one of each pressure, for each infusion that was given. */
export async function checkCourse(page: Page): Promise<void> {
  const { lines, rows } = await page.evaluate(() => ({
    lines: document.querySelectorAll('article figure polyline[points]').length,
    rows: document.querySelectorAll('article table tbody tr').length,
  }));
  if (rows < 10 || lines < rows) throw new Error(`Not painted: ${lines} lines of ${rows} infusions`);
}

/** Leads the list to a share of its length and waits until every row in sight is there. */
export async function scrolledTo(page: Page, share: number): Promise<void> {
  await page.evaluate(async (part) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const box = document.querySelector('[data-rows]');
    box?.scrollTo({ top: (box.scrollHeight - box.clientHeight) * part });
    for (let frames = 0; frames < 4; frames += 1) await frame();
    while (document.querySelector('[data-rows] li > span') !== null) await frame();
  }, share);
}

/** The longest task, ms, while the list is scrolled through in steps, a screen or many at a time; 0 where none took 50 ms. */
export async function longestWhileScrolling(page: Page, steps: number): Promise<number> {
  return page.evaluate(async (count) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ entryTypes: ['longtask'] });
    const box = document.querySelector('[data-rows]');
    if (box === null) throw new Error('There is no list');
    const end = box.scrollHeight - box.clientHeight;
    for (let step = 0; step <= count; step += 1) {
      // Most steps are a wheel's; each tenth is a drag of the bar through the years.
      box.scrollTo({ top: step % 10 === 0 ? (end * step) / count : box.scrollTop + 120 });
      await frame();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    return longest;
  }, steps);
}

/** What the page's own process holds, MB. */
export async function rendererMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1000);
  return Math.max(...sizes);
}
