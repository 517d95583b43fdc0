import { describe, expect, it } from 'vitest';
import { overall, spaceIsLow, type Health } from '../../shared/record/health.ts';

const DAY = 86_400_000;
const now = Date.UTC(2026, 2, 3, 14);
const good: Health = {
  now,
  backup: { at: now - DAY, seq: 900 },
  backupProblem: null,
  verify: { at: now - 6 * DAY, rows: 900, findings: [], firstBadSeq: null, firstBad: null },
  sizeBytes: 200_000_000,
  freeBytes: 40_000_000_000,
  since: now - 200 * DAY,
  entries: 1_000,
  sessions: 9,
  key: { keychain: true, passphrase: false, recoveryMadeAt: now - 100 * DAY },
  anchor: { at: now - 60_000, seq: 1_000 },
  anchorProblem: null,
  found: [],
};

describe('the one line of record health', () => {
  it('says that everything is in order only where it is', () => {
    expect(overall(good)).toBe('good');
  });

  it.each([
    ['changed', { found: [{ code: 'record.behindAnchor', params: {} }] }],
    [
      'changed',
      {
        verify: {
          at: now,
          rows: 9,
          findings: [{ code: 'record.chainBroken', params: {} }],
          firstBadSeq: 4,
          firstBad: null,
        },
      },
    ],
    ['spaceLow', { freeBytes: 999_999_999 }],
    ['backupFailed', { backupProblem: 'disk.full' }],
    ['backupNone', { backup: null }],
    ['backupOld', { backup: { at: now - 2 * DAY - 1, seq: 9 } }],
    ['recoveryNone', { key: { keychain: true, passphrase: true, recoveryMadeAt: null } }],
    ['anchors', { anchorProblem: 'disk.readOnly' }],
    ['checkNone', { verify: null }],
    ['checkOld', { verify: { at: now - 14 * DAY - 1, rows: 9, findings: [], firstBadSeq: null, firstBad: null } }],
  ] as const)('is %s for %j', (code, change) => {
    expect(overall({ ...good, ...change } as Health)).toBe(code);
  });

  it('a missed clean end and notes that began today are no alarm', () => {
    const found = [
      { code: 'record.notClosedCleanly', params: {} },
      { code: 'record.anchorsMissing', params: {} },
    ];
    expect(overall({ ...good, found })).toBe('good');
  });

  it('the gravest comes first', () => {
    const found = [{ code: 'record.bodyChanged', params: { seq: 3 } }];
    expect(overall({ ...good, found, backup: null, freeBytes: 0 })).toBe('changed');
    expect(overall({ ...good, freeBytes: 0, backup: null })).toBe('spaceLow');
  });

  it('space is little under ten average days of growth', () => {
    const growing = { ...good, sizeBytes: 20_000_000_000, since: now - 10 * DAY };
    expect(spaceIsLow({ ...growing, freeBytes: 19_999_999_999 })).toBe(true);
    expect(spaceIsLow({ ...growing, freeBytes: 20_000_000_000 })).toBe(false);
    expect(spaceIsLow({ ...growing, freeBytes: null })).toBe(false);
  });
});
