import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { lockPdf } from '../../../electron/report/lock/lock-pdf.ts';
import { dataOf } from '../../helpers/temp-record.ts';

test('a locked PDF opens with its password and with no other, and holds nothing that can be read', async () => {
  const plain = await PDFDocument.create();
  plain.addPage().drawText('Wren Example');
  plain.setTitle('Wren Example');
  const bytes = dataOf(await lockPdf(await plain.save({ useObjectStreams: false }), 'six words nobody thought up'));
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toMatch(/AESV3/);
  expect(text).not.toContain('Wren');
  await expect(PDFDocument.load(bytes, { password: 'another' })).rejects.toThrow();
  const opened = await PDFDocument.load(bytes, { password: 'six words nobody thought up' });
  expect(opened.getPageCount()).toBe(1);
});

test('what is no PDF is told, and does not take main down', async () => {
  expect(await lockPdf(new Uint8Array([1, 2, 3]), 'six words nobody thought up')).toMatchObject({
    code: 'export.lockFailed',
  });
});
