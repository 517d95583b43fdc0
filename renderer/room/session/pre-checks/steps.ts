import { askedItems, type CheckItem } from '../../../../shared/protocol/check-item.ts';
import type { Protocol } from '../../../../shared/protocol/schema.ts';
import { startBlockers, type Blocker } from '../../../../shared/session/blockers.ts';
import type { Session } from '../../../../shared/session/state.ts';

/** A part of the pre-checks that is done in one go. */
export type Step = CheckItem['group'] | 'order' | 'baseline' | 'wishes' | 'computer';

export interface StepState {
  readonly step: Step;
  readonly answered: number;
  readonly of: number;
  /** Nothing that is required is open. */
  readonly done: boolean;
  /** Something to look at that holds nothing up. */
  readonly look?: boolean;
}

/** The groups of a checklist, in the order in which they first stand in it. */
export function groupsOf(items: readonly CheckItem[]): readonly CheckItem['group'][] {
  return [...new Set(items.map((item) => item.group))];
}

/** All steps before the start and how far each is. */
export function stepsOf(session: Session, protocol: Protocol): readonly StepState[] {
  const answers = session.checks.preChecks;
  const asked = askedItems(protocol.preChecks, answers);
  const groups = groupsOf(protocol.preChecks).map((group) => {
    const items = asked.filter((item) => item.group === group);
    const open = items.filter((item) => answers[item.id] === undefined);
    return {
      step: group,
      answered: items.length - open.length,
      of: items.length,
      done: !open.some((item) => item.required),
    };
  });
  const ordered = Number(session.order !== null) + Number((session.order?.checkerId ?? null) !== null);
  // One that lies over the limit is there, and is not done before the prescriber has decided.
  const against = startBlockers(session, protocol, session.life.ms);
  const againstBaseline = against.some((blocker) => stepOf(blocker, protocol) === 'baseline');
  const wishes =
    Number(saysWishes(session)) +
    // Quiet is a choice as well.
    Number(session.musicHash !== null || (session.intake.choice?.music ?? null) !== null);
  return [
    ...groups,
    { step: 'order', answered: ordered, of: 2, done: ordered === 2 },
    { step: 'baseline', answered: Number(session.baselineId !== null), of: 1, done: !againstBaseline },
    { step: 'wishes', answered: wishes, of: 2, done: wishes === 2 },
  ];
}

function saysWishes({ intention, wishes, intake }: Session): boolean {
  return intention !== null || wishes !== null || intake.choice !== null;
}

/** Where to go to do something about a blocker. */
export function stepOf(blocker: Blocker, protocol: Protocol): Step {
  if (blocker.code.startsWith('order')) return 'order';
  if (blocker.code.startsWith('baseline')) return 'baseline';
  if (blocker.code === 'safetyOpen') return 'wishes';
  const item = protocol.preChecks.find((candidate) => candidate.id === blocker.params['itemId']);
  return item?.group ?? 'person';
}

/** What blocks, as it is listed: open items of one group in one line, everything else by itself. */
export type BlockerLine =
  | { readonly kind: 'open'; readonly step: Step; readonly count: number }
  | { readonly kind: 'one'; readonly step: Step; readonly blocker: Blocker };

/** Eighteen open items read as four lines. A single open item is named. */
export function blockerLines(blockers: readonly Blocker[], protocol: Protocol): readonly BlockerLine[] {
  const lines: BlockerLine[] = [];
  for (const blocker of blockers) {
    const step = stepOf(blocker, protocol);
    const alike = blockers.filter((other) => other.code === 'checkOpen' && stepOf(other, protocol) === step);
    if (blocker.code !== 'checkOpen' || alike.length === 1) lines.push({ kind: 'one', step, blocker });
    else if (alike[0] === blocker) lines.push({ kind: 'open', step, count: alike.length });
  }
  return lines.toSorted((a, b) => Number(stops(b)) - Number(stops(a)));
}

/** An answer that stops stands above everything that is merely open. */
function stops(line: BlockerLine): boolean {
  return line.kind === 'one' && ['checkNo', 'checkYes', 'safetyOpen'].includes(line.blocker.code);
}
