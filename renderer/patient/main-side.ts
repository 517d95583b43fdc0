import type { Client } from '../client/client.ts';
import type { Choice } from '../../shared/intake/choice.ts';
import type { OfferedSet } from '../../shared/intake/offered-set.ts';
import { success, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import type { IntakeState, IntakeView } from '../../shared/ipc/intake.ts';

/** All that this window asks of main and hears from it. */
export interface MainSide {
  readonly read: () => Promise<Answer<IntakeView>>;
  /** Every set that is offered. */
  readonly sets: () => Promise<Answer<readonly OfferedSet[]>>;
  readonly keep: (choice: Choice) => Promise<Answer<unknown>>;
  /** Keeps one answer of a questionnaire. */
  readonly answer: (args: RequestArgs<'intake.answer'>) => Promise<Answer<unknown>>;
  readonly endSheet: (sheetId: string) => Promise<Answer<unknown>>;
  readonly help: () => Promise<Answer<unknown>>;
  readonly rest: () => Promise<Answer<unknown>>;
  readonly leave: (signed: { readonly staffId: string; readonly pin: string }) => Promise<Answer<unknown>>;
  /** Hears what the screen is to show from now on. */
  readonly onState: (listener: (state: IntakeState) => void) => () => void;
}

/** Main's side over the window's bridge. */
export function mainSide(client: Client): MainSide {
  return {
    read: async () => client.request('intake.read', {}),
    sets: async () => allSets(client),
    keep: async (choice) => client.request('intake.keep', { choice }),
    answer: async (args) => client.request('intake.answer', args),
    endSheet: async (sheetId) => client.request('intake.endSheet', { sheetId }),
    help: async () => client.request('intake.help', {}),
    rest: async () => client.request('intake.rest', {}),
    leave: async (signed) => client.request('intake.leave', signed),
    onState: (listener) => client.onPush('intake', listener),
  };
}

/** Page by page; sets that came or went meanwhile only make it shorter or longer. */
async function allSets(client: Client): Promise<Answer<readonly OfferedSet[]>> {
  const sets: OfferedSet[] = [];
  for (;;) {
    const page = await client.request('intake.sets', { from: sets.length });
    if (!page.ok) return page;
    sets.push(...page.data.sets);
    if (page.data.sets.length === 0 || sets.length >= page.data.total) return success(sets);
  }
}
