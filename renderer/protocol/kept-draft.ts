import { storedProtocolSchema } from '../../shared/protocol/stored.ts';
import type { Draft } from '../../shared/protocol/form.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';

const KEY = 'stillroom.protocolDraft';

export interface KeptDraft {
  readonly base: Protocol;
  readonly now: Draft;
}

/** Keeps what is not saved over the lock and a reload of the window; null lets it go. It is of no patient. */
export function keepDraft(kept: KeptDraft | null): void {
  if (kept === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(kept));
}

/** What was not saved; null where there is nothing, or nothing that can be read. */
export function keptDraft(): KeptDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as {
      readonly base: unknown;
      readonly now: Draft;
    } | null;
    const base = kept === null ? null : storedProtocolSchema.safeParse(kept.base);
    return kept === null || base?.success !== true ? null : { base: base.data, now: kept.now };
  } catch {
    return null;
  }
}
