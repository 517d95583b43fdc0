import { parentPort } from 'node:worker_threads';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { LockOrder } from './lock-order.ts';

/** Puts a password on PDFs, so that main waits for no arithmetic. */
const port = parentPort;
if (port === null) throw new Error('PDFs are locked in a worker only');

port.on('message', (order: LockOrder) => {
  void lock(order).then((bytes) => port.postMessage(bytes));
});

/** AES with 256 bits (revision 6 of PDF 2.0). Whoever has the password may print and copy: it is their own record. */
async function lock({ bytes, password, ownerPassword }: LockOrder): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const permissions = { printing: 'highResolution', copying: true, contentAccessibility: true } as const;
  document.encrypt({ userPassword: password, ownerPassword, permissions });
  return document.save();
}
