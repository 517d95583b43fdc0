import type { Input } from './surface/web-contents.ts';

/** What is known of a window. */
export interface WindowState {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly visible: boolean;
  readonly focused: boolean;
  readonly fullScreen: boolean;
  readonly kiosk: boolean;
  readonly crashed: boolean;
  readonly targetId: string | null;
}

/** What a harness may ask of the stand-in or do to it. A window is named by its page (`room` for `/room.html`) or its id. */
export interface Hooks {
  endpoints: () => readonly string[];
  windows: () => readonly WindowState[];
  power: (event: 'suspend' | 'resume' | 'shutdown' | 'lock-screen' | 'unlock-screen' | 'on-ac' | 'on-battery') => void;
  idle: (seconds: number) => void;
  blockers: () => readonly string[];
  answerDialog: (answer: object) => void;
  dialogs: () => readonly { readonly kind: string; readonly options: unknown }[];
  keychain: (backend: 'basic_text' | 'gnome_libsecret' | 'unavailable') => void;
  press: (accelerator: string) => void;
  shortcuts: () => readonly string[];
  crash: (window: string) => void;
  userClose: (window: string) => void;
  hang: (window: string) => void;
  key: (window: string, input: Input) => boolean;
  /** Drops files and folders, by their absolute paths, in the middle of a window; with `over` they are only held there. */
  drop: (window: string, paths: readonly string[], over?: boolean) => void;
  activate: () => void;
  allowOutside: (allowed: boolean) => void;
  opened: () => readonly string[];
  memory: () => number;
  cpu: () => { readonly user: number; readonly system: number };
}

/** The name of a hook. */
export type HookName = keyof Hooks;
