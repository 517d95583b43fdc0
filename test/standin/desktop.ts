import { EventEmitter } from 'node:events';
import { host } from './host.ts';
import { onlyWhenReady } from './power.ts';
import { listening, refuse, strict } from './strict.ts';
import type { CrashReporter, GlobalShortcut, NativeTheme, Screen, ScreenEvents, Shell } from './surface/desktop.ts';

const size = { width: 1920, height: 1080 };
const area = { x: 0, y: 0, ...size };
const display = {
  id: 1,
  bounds: area,
  workArea: area,
  size,
  workAreaSize: size,
  scaleFactor: 1,
  rotation: 0,
  internal: false,
};

export const screen = onlyWhenReady('screen', {
  ...listening<ScreenEvents>('screen', new EventEmitter(), ['display-added', 'display-removed']),
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: (_rectangle: object) => display,
} satisfies Screen);

export const nativeTheme = strict('nativeTheme', {
  ...listening<{ updated: [] }>('nativeTheme', new EventEmitter(), ['updated']),
  themeSource: 'system' as NativeTheme['themeSource'],
  shouldUseDarkColors: false,
} satisfies NativeTheme);

/** Shortcuts that are registered; pressed by hook only. */
export const shortcuts = new Map<string, () => void>();

export const globalShortcut = onlyWhenReady('globalShortcut', {
  register(accelerator: string, callback: () => void): boolean {
    if (shortcuts.has(accelerator)) return false;
    shortcuts.set(accelerator, callback);
    return true;
  },
  unregister: (accelerator: string): void => void shortcuts.delete(accelerator),
  unregisterAll: (): void => shortcuts.clear(),
  isRegistered: (accelerator: string): boolean => shortcuts.has(accelerator),
} satisfies GlobalShortcut);

/** Addresses that the app wanted opened; a harness that allows it may look at them. */
export const outside = { allowed: false, opened: [] as string[] };

const open = (address: string): void => {
  if (!outside.allowed) refuse(`The stand-in opens nothing outside the app (${address.split(':')[0]}).`);
  outside.opened.push(address);
};

export const shell = strict('shell', {
  openExternal: async (url: string): Promise<void> => open(url),
  openPath: async (path: string): Promise<string> => (open(path), ''),
  showItemInFolder: open,
} satisfies Shell);

export const Menu = strict('Menu', {
  setApplicationMenu: (_menu: unknown): void => undefined,
  getApplicationMenu: (): null => null,
  buildFromTemplate(template: unknown[]): object {
    if (!host.ready) refuse('Menu.buildFromTemplate can only be called once the app is ready.');
    return strict('Menu', { items: template });
  },
});

export const crashReporter = strict('crashReporter', {
  start(options: { uploadToServer?: boolean }): void {
    if (options.uploadToServer !== false)
      refuse('crashReporter.start must say uploadToServer: false: nothing leaves the room.');
  },
} satisfies CrashReporter);
