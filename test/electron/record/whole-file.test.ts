import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { writeParts, writeWhole } from '../../../electron/record/whole-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-whole-'));
const file = path.join(folder, 'text');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Long enough to need its room several times, with letters of one to four bytes that may lie across its end. */
const part = fc
  .tuple(fc.constantFrom('a', 'é', '€', '😀', 'x€'), fc.integer({ min: 0, max: 9_000 }))
  .map(([letter, times]) => letter.repeat(times));

describe('text in parts', () => {
  it('is in the file as it was given, wherever the room ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        await writeWhole(file, (handle) => writeParts(handle, parts));
        expect(readFileSync(file, 'utf8') === parts.join('')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
