import { describe, expect, it } from 'vitest';
import { waitBeforeReload } from '../../../electron/windows/revive.ts';

describe('waitBeforeReload', () => {
  it('repairs a first crash at once', () => {
    expect(waitBeforeReload([], 5_000)).toBe(0);
  });

  it('waits longer from crash to crash, ten seconds at most', () => {
    const waits = [[1_000], [1_000, 2_000], [1_000, 2_000, 3_000], [1_000, 2_000, 3_000, 4_000]].map((crashes) =>
      waitBeforeReload(crashes, 5_000),
    );
    expect(waits).toEqual([1_000, 3_000, 10_000, 10_000]);
  });

  it('is quick again after a minute without one', () => {
    expect(waitBeforeReload([1_000, 2_000], 63_000)).toBe(0);
  });
});
