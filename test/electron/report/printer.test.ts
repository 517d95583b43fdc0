import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPrinter, type PrintWindow, type Printed } from '../../../electron/report/printer.ts';
import { failure, success } from '../../../shared/ipc/answer.ts';
import { TestRoom } from '../../helpers/session-builder.ts';
import { toldOf } from '../../helpers/told-arbitrary.ts';

const printed = (paper: Printed['paper']): Printed => ({
  kind: 'record',
  told: toldOf(new TestRoom()),
  paper,
  madeAt: 0,
});

/** Windows that were opened, each with the way to let it die. */
function withWindows(window: Partial<PrintWindow> = {}) {
  const opened: { readonly gone: () => void; closed: boolean }[] = [];
  const printer = createPrinter((gone) => {
    const own = { gone, closed: false };
    opened.push(own);
    const close = (): void => {
      own.closed = true;
    };
    return { pdf: async () => new Uint8Array([opened.length]), onPaper: async () => success(null), close, ...window };
  });
  return { printer, opened };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('one session after the other, each in a window of its own that sees that one only, and is closed', async () => {
  const { printer, opened } = withWindows();
  const [first, second] = [printer.print(printed('a4')), printer.print(printed('letter'))];
  await vi.advanceTimersByTimeAsync(0);
  expect(opened).toHaveLength(1);
  expect(printer.job()?.paper).toBe('a4');
  expect(printer.entries(0).events).toHaveLength(1);
  printer.ready(true);
  expect(await first).toMatchObject({ data: new Uint8Array([1]) });
  await vi.advanceTimersByTimeAsync(0);
  expect(printer.job()?.paper).toBe('letter');
  printer.ready(true);
  expect(await second).toMatchObject({ data: new Uint8Array([2]) });
  expect(opened.every(({ closed }) => closed)).toBe(true);
  expect(printer.job()).toBeNull();
  expect(printer.entries(0)).toEqual({ events: [], more: false });
});

test('a window that dies, lays nothing out or stays silent is told and closed, and the next one prints', async () => {
  const { printer, opened } = withWindows();
  const failed = { ok: false, code: 'export.printFailed' };
  const dies = printer.print(printed('a4'));
  await vi.advanceTimersByTimeAsync(0);
  opened[0]?.gone();
  expect(await dies).toMatchObject(failed);
  const blank = printer.print(printed('a4'));
  await vi.advanceTimersByTimeAsync(0);
  printer.ready(false);
  expect(await blank).toMatchObject(failed);
  const silent = printer.print(printed('a4'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await silent).toMatchObject(failed);
  expect(opened.map(({ closed }) => closed)).toEqual([true, true, true]);
  const well = printer.printOnPaper(printed('a4'));
  await vi.advanceTimersByTimeAsync(0);
  printer.ready(true);
  expect(await well).toMatchObject({ ok: true });
});

test('a dialog that was left without printing is told as that', async () => {
  const { printer } = withWindows({ onPaper: async () => failure('unavailable', 'print.cancelled') });
  const left = printer.printOnPaper(printed('a4'));
  await vi.advanceTimersByTimeAsync(0);
  printer.ready(true);
  expect(await left).toMatchObject({ code: 'print.cancelled' });
});
