import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lightCodes } from '../../../renderer/i18n/en/light-codes.ts';

const folder = path.resolve(import.meta.dirname, '../../../electron/lights');

/** Every code that a lamp's driver names in plain. */
const codes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .flatMap((text) => [...text.matchAll(/(?:LightError\(|\bcode: |kind: 'failed', code: )'(\w+)'/g)])
  .map((match) => match[1] ?? '');

describe('why a lamp fails', () => {
  it('is found by the search', () => {
    expect(new Set(codes).size).toBeGreaterThan(10);
  });

  it.each([...new Set(codes)])('%s is told in words', (code) => {
    expect(lightCodes).toHaveProperty(code, expect.stringMatching(/^[a-z].*[^.]$/s));
  });
});
