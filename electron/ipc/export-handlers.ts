import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Staff } from '../../shared/people/people.ts';
import { exportSession } from '../report/export-session.ts';
import { exportSelection, type ExportDesk } from '../report/exports.ts';
import type { OpenDesk } from '../desk.ts';
import { lockPdf } from '../report/lock/lock-pdf.ts';
import { printCopy, saveCopy } from '../report/patient-copy.ts';
import { exportStatistics, readStatistics } from '../report/statistics.ts';
import type { Printer } from '../report/printer.ts';
import type { AskFile } from '../windows/ask-file.ts';
import type { Handlers } from './server.ts';

type ExportRequests =
  | 'export.session'
  | 'export.selection'
  | 'export.statistics'
  | 'patientCopy.print'
  | 'patientCopy.save'
  | 'print.job'
  | 'print.entries'
  | 'print.ready'
  | 'review.statistics';

/** Requests about sessions that leave the app. Somebody has to be signed in, and every one is a line of the audit. */
export function exportHandlers(
  desk: () => Answer<ExportDesk & Pick<OpenDesk, 'signedIn'>>,
  ask: AskFile,
  printer: Printer,
): Pick<Handlers, ExportRequests> {
  const signed = async <T>(work: (at: ExportDesk, by: Staff) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = desk();
    if (!found.ok) return found;
    const staff = found.data.signedIn();
    return staff === null ? failure('refused', 'access.signInNeeded') : work(found.data, staff);
  };
  return {
    'export.session': (args) => signed((at, by) => exportSession(at, { ask, printer }, args, by)),
    'export.selection': (args) => signed((at, by) => exportSelection(at, ask, args, by)),
    'review.statistics': (args) => signed((at, by) => readStatistics(at, args, by)),
    'export.statistics': (args) => signed((at, by) => exportStatistics(at, ask, args, by)),
    'patientCopy.print': (args) => signed((at, by) => printCopy(at, { ask, printer, lock: lockPdf }, args, by)),
    'patientCopy.save': (args) => signed((at, by) => saveCopy(at, { ask, printer, lock: lockPdf }, args, by)),
    'print.job': async () => {
      const job = printer.job();
      return job === null ? failure('refused', 'export.nothingPrinted') : success({ job });
    },
    'print.entries': async ({ from }) => success(printer.entries(from)),
    'print.ready': async ({ laidOut }) => {
      printer.ready(laidOut);
      return success({});
    },
  };
}
