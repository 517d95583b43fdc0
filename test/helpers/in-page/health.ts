import type { Health } from '../../../shared/record/health.ts';

const DAY = 86_400_000;

/** A record in which everything is in order. */
export function goodHealth(now: number): Health {
  return {
    now,
    backup: { at: now - DAY / 3, seq: 41_000 },
    backupProblem: null,
    verify: { at: now - 2 * DAY, rows: 40_870, findings: [], firstBadSeq: null, firstBad: null },
    sizeBytes: 62_000_000,
    freeBytes: 210_000_000_000,
    since: now - 365 * DAY,
    entries: 41_000,
    sessions: 290,
    key: { keychain: true, passphrase: false, recoveryMadeAt: now - 300 * DAY },
    anchor: { at: now - DAY / 3, seq: 41_000 },
    anchorProblem: null,
    found: [],
  };
}
