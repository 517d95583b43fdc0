import { endpoints } from './browser/chromium.ts';
import { dialogs } from './dialog.ts';
import { outside, shortcuts } from './desktop.ts';
import { host } from './host.ts';
import { appEvents, exit } from './life.ts';
import { power, powerEvents } from './power.ts';
import { keychain } from './safe-storage.ts';
import { preventable, refuse } from './strict.ts';
import type { HookName, Hooks } from './hook-names.ts';
import type { Page } from './windows/page.ts';
import { type WindowCore, windows } from './windows/window-core.ts';

function windowWith(name: string): WindowCore {
  const found = [...windows.values()].find(
    ({ id, url }) => String(id) === name || url.split(/[?#]/)[0]?.endsWith(`/${name}.html`),
  );
  return found ?? refuse(`No window shows ${name}.`);
}

/** Ends a window's page and waits until it has ended: whoever looks next cannot meet the old one still alive. */
async function ended({ page }: WindowCore, how: 'crashed' | 'gone', end: (page: Page) => void): Promise<void> {
  if (page === null || page[how]) return;
  const over = new Promise<void>((resolve) => page.events.prependOnceListener(how, () => resolve()));
  end(page);
  await over;
}

const hooks: { readonly [Name in HookName]: (...args: Parameters<Hooks[Name]>) => unknown } = {
  endpoints,
  windows: () =>
    [...windows.values()].map(({ id, url, title, visible, focused, fullScreen, kiosk, crashed, page }) => ({
      ...{ id, url, title, visible, focused, fullScreen, kiosk, crashed },
      targetId: page === null || page.crashed || page.gone ? null : page.target.targetId,
    })),
  power: (event) => powerEvents.emit(event),
  idle: (seconds) => void (power.idleSeconds = seconds),
  blockers: () => [...power.blockers.values()],
  answerDialog: (answer) => void dialogs.answers.push(answer),
  dialogs: () => dialogs.asked,
  keychain: (backend) => {
    keychain.available = backend !== 'unavailable';
    if (backend !== 'unavailable') keychain.backend = backend;
  },
  press: (accelerator) => (shortcuts.get(accelerator) ?? refuse(`No global shortcut ${accelerator}.`))(),
  shortcuts: () => [...shortcuts.keys()],
  crash: (name) => ended(windowWith(name), 'crashed', (page) => page.tell('Page.crash', {})),
  userClose: (name) => ended(windowWith(name), 'gone', (page) => page.close()),
  hang: (name) => windowWith(name).events.emit('unresponsive', {}),
  key: (name, input) => {
    const event = preventable({});
    windowWith(name).contentsEvents.emit('before-input-event', event, input);
    return event.defaultPrevented;
  },
  drop: (name, paths, over = false) => windowWith(name).page?.dropFiles(paths, over),
  activate: () => appEvents.emit('activate', preventable({}), windows.size > 0),
  allowOutside: (allowed) => void (outside.allowed = allowed),
  opened: () => outside.opened,
  memory: () => process.memoryUsage().rss,
  cpu: () => process.cpuUsage(),
};

async function run(message: { id: number; hook: HookName; args: readonly unknown[] }): Promise<object> {
  try {
    const hook = hooks[message.hook] as ((...args: readonly unknown[]) => unknown) | undefined;
    const value = await (hook ?? refuse(`There is no hook "${message.hook}".`))(...message.args);
    return { id: message.id, ok: true, value: value ?? null };
  } catch (error) {
    return { id: message.id, ok: false, error: (error as Error).message };
  }
}

/** Listens to the harness that started this process; a process without such a channel has no hooks at all. */
export function listenToHarness(): void {
  if (!host.hooked) return;
  process.on('message', (message: { id: number; hook: HookName; args: readonly unknown[] }) => {
    if (typeof message !== 'object' || message === null || !('hook' in message)) return;
    void run(message).then((answer) => process.send?.(answer, () => undefined));
  });
  process.on('disconnect', () => exit(0));
}
