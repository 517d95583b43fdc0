import type { ToldSession } from '../../shared/export/told-session.ts';
import type { IntakeLanguage } from '../../shared/intake/choice.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Paper, PrintJob, PrintKind } from '../../shared/ipc/print.ts';
import type { SessionEvent } from '../../shared/session/event.ts';

/** Longer than this no page takes to be laid out and drawn, ms. */
const PATIENCE_MS = 60_000;
/** Entries told to the window at once. */
const PAGE = 200;

/** The hidden window that lays out, as this needs it. */
export interface PrintWindow {
  readonly pdf: () => Promise<Uint8Array>;
  /** Onto paper, by the system's own dialog. */
  readonly onPaper: () => Promise<Answer<null>>;
  readonly close: () => void;
}

/** What is to be printed. */
export interface Printed {
  readonly kind: PrintKind;
  readonly told: ToldSession;
  readonly paper: Paper;
  /** Of the patient's page; English where there is none. */
  readonly language?: IntakeLanguage;
  /** Epoch ms. */
  readonly madeAt: number;
}

/** Makes PDFs, one at a time, each in a hidden window of its own that is closed at the end. */
export interface Printer {
  /** Fails with `export.printFailed` where the window died, could not lay it out, or took longer than a minute. */
  readonly print: (what: Printed) => Promise<Answer<Uint8Array>>;
  /** The same onto paper; `print.cancelled` where the system's dialog was left. */
  readonly printOnPaper: (what: Printed) => Promise<Answer<null>>;
  /** What the window is to lay out; null where nothing is being printed. */
  readonly job: () => PrintJob | null;
  readonly entries: (from: number) => { readonly events: readonly SessionEvent[]; readonly more: boolean };
  readonly ready: (laidOut: boolean) => void;
}

/** @param open opens the window; `gone` is to be called once its page has died */
export function createPrinter(open: (gone: () => void) => PrintWindow): Printer {
  let current: Printed | null = null;
  let isReady: (laidOut: boolean) => void = () => undefined;
  let last: Promise<unknown> = Promise.resolve();

  const laidOut = async <T>(what: Printed, draw: (window: PrintWindow) => Promise<Answer<T>>): Promise<Answer<T>> => {
    current = what;
    let patience: NodeJS.Timeout | undefined;
    const ready = new Promise<boolean>((resolve) => {
      isReady = resolve;
      patience = setTimeout(() => resolve(false), PATIENCE_MS);
    });
    const window = open(() => isReady(false));
    try {
      return (await ready) ? await draw(window) : failure('broken', 'export.printFailed');
    } catch {
      return failure('broken', 'export.printFailed');
    } finally {
      clearTimeout(patience);
      current = null;
      window.close();
    }
  };
  const inTurn = <T>(what: Printed, draw: (window: PrintWindow) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const done = last.then(() => laidOut(what, draw));
    last = done;
    return done;
  };
  return {
    print: (what) => inTurn(what, async (window) => success(await window.pdf())),
    printOnPaper: (what) => inTurn(what, (window) => window.onPaper()),
    job: () => (current === null ? null : jobOf(current)),
    entries: (from) => {
      const events = current?.told.events ?? [];
      return { events: events.slice(from, from + PAGE), more: events.length > from + PAGE };
    },
    ready: (laidOut) => isReady(laidOut),
  };
}

function jobOf({ kind, told, paper, language = 'en', madeAt }: Printed): PrintJob {
  const { patient, protocol, names, intentionLeftOut } = told;
  const staff = [...names].map(([staffId, name]) => ({ staffId, name }));
  return { kind, paper, language, patient, protocol, staff, intentionLeftOut, madeAt };
}
