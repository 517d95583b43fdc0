import type { BrowserWindow } from 'electron';
import { printContents } from '../windows/print-contents.ts';
import { createPrinter, type Printer } from './printer.ts';

/** The printer with its hidden window, which is there only while something is printed. */
export function openPrinter(openWindow: () => BrowserWindow): Printer {
  return createPrinter((gone) => {
    const window = openWindow();
    window.webContents.on('render-process-gone', gone);
    return {
      pdf: () =>
        window.webContents.printToPDF({
          // Paper and margins are the page's own, and so are the two identifiers and the page's number on each.
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      onPaper: () => printContents(window.webContents),
      close: () => (window.isDestroyed() ? undefined : window.destroy()),
    };
  });
}
