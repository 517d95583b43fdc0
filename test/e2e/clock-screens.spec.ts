import { type Page, expect } from 'playwright/test';
import { holdClocks } from '../helpers/still-page.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** How many components React drew in each of some commits; those with more below them than a figure or two are `large`. */
interface Drawn {
  readonly components: number;
  readonly large: number;
}

/** Reloads the page with an ear at React, as its developer tools have one, and lets this many seconds pass. */
async function drawings(page: Page, seconds: number): Promise<readonly Drawn[]> {
  await page.addInitScript(() => {
    interface Fiber {
      readonly tag: number;
      readonly flags: number;
      readonly alternate: Fiber | null;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
    }
    const FUNCTION_COMPONENT = 0;
    const PERFORMED_WORK = 1;
    const seen: { components: number; large: number }[] = [];
    const below = (fiber: Fiber): readonly Fiber[] => {
      const children: Fiber[] = [];
      for (let one = fiber.child; one !== null; one = one.sibling) children.push(one, ...below(one));
      return children;
    };
    const isComponent = ({ tag }: Fiber): boolean => tag === FUNCTION_COMPONENT;
    const onCommitFiberRoot = (_id: number, root: { readonly current: Fiber }): void => {
      // What was not reached is the very fiber of the drawing before.
      const known = new Set(Reflect.get(globalThis, 'fibers') as Iterable<Fiber> | undefined);
      const all = [root.current, ...below(root.current)];
      Reflect.set(globalThis, 'fibers', all);
      const drawn = all.filter((one) => isComponent(one) && !known.has(one) && (one.flags & PERFORMED_WORK) !== 0);
      const large = drawn.filter((one) => below(one).length > 6).length;
      seen.push({ components: drawn.length, large });
    };
    const hook = { supportsFiber: true, inject: () => 1, onCommitFiberRoot, onCommitFiberUnmount: () => undefined };
    Reflect.set(globalThis, '__REACT_DEVTOOLS_GLOBAL_HOOK__', hook);
    Reflect.set(globalThis, 'seen', seen);
  });
  // Seconds of the page's own, from its beginning: on a slow machine two or more of the real ones are drawn at once.
  await page.clock.install();
  await page.reload();
  await page.getByRole('timer').first().waitFor();
  await holdClocks(page);
  await page.clock.runFor(10_000);
  await page.evaluate(() => (Reflect.get(globalThis, 'seen') as unknown[]).splice(0));
  for (let second = 1; second <= seconds; second += 1) {
    await page.clock.runFor(1_000);
    await page.waitForFunction((count) => (Reflect.get(globalThis, 'seen') as unknown[]).length >= count, second);
  }
  return page.evaluate(() => Reflect.get(globalThis, 'seen') as Drawn[]);
}

test('each second, what ticks is drawn again and nothing around it', async ({ open }) => {
  const page = await open('scene=infusing&min=20&sec=3&choice=set');
  const found = await drawings(page, 5);
  // The timeline moves every five seconds, and the minute may turn.
  const quiet = found.filter(({ large }) => large === 0);
  expect(quiet.length, JSON.stringify(found)).toBeGreaterThanOrEqual(3);
  expect(Math.max(...quiet.map(({ components }) => components))).toBeLessThanOrEqual(12);
});
