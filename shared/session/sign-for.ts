import type { Failure } from '../ipc/answer.ts';
import { refused } from './rule.ts';

/** Whose word it was; `staffId` null: from outside, where only the name is known. */
export interface SaidBy {
  readonly staffId: string | null;
  readonly name: string;
}

/** Whether it waits for another person than this one. */
export function isOfAnother(who: SaidBy, staffId: string): boolean {
  return who.staffId !== null && who.staffId !== staffId;
}

/** Why this person may not sign it: whoever is on the staff list signs in person; for them one signs only with a reason. */
export function notTheirs(who: SaidBy, staffId: string, instead: string | undefined): Failure | null {
  return isOfAnother(who, staffId) && instead === undefined
    ? refused('call.otherDoctor', { name: who.name }, 'staffId')
    : null;
}

/** The reason as it goes into the record: only where somebody else signs. */
export function forThem(who: SaidBy, staffId: string, instead: string | undefined): { readonly instead?: string } {
  return instead === undefined || !isOfAnother(who, staffId) ? {} : { instead };
}
