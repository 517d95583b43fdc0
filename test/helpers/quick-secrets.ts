import { vi } from 'vitest';
import type * as Seal from '../../electron/access/seal.ts';

/** The least that a stored secret may cost, in place of half a second for each: what it really costs has a test of its own. */
const LEAST = 1024;

vi.mock('../../electron/access/seal.ts', async (original) => {
  const actual = await original<typeof Seal>();
  return {
    ...actual,
    newDerive: (cost: Parameters<typeof Seal.newDerive>[0]) => actual.newDerive({ ...cost, n: LEAST }),
  };
});
