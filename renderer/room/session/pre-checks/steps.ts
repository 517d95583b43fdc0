import type { Protocol, CheckItem } from '../../../../shared/protocol/schema.ts';
import type { Blocker } from '../../../../shared/session/blockers.ts';
import type { Session } from '../../../../shared/session/state.ts';

/** A part of the pre-checks that is done in one go. */
export type Step = CheckItem['group'] | 'order' | 'baseline' | 'wishes';

export interface StepState {
  readonly step: Step;
  readonly answered: number;
  readonly of: number;
  /** Nothing that is required is open. */
  readonly done: boolean;
}

/** The groups of a checklist, in the order in which they first stand in it. */
export function groupsOf(items: readonly CheckItem[]): readonly CheckItem['group'][] {
  return [...new Set(items.map((item) => item.group))];
}

/** All steps before the start and how far each is. */
export function stepsOf(session: Session, protocol: Protocol): readonly StepState[] {
  const answers = session.checks.preChecks;
  const groups = groupsOf(protocol.preChecks).map((group) => {
    const items = protocol.preChecks.filter((item) => item.group === group);
    const open = items.filter((item) => answers[item.id] === undefined);
    return {
      step: group,
      answered: items.length - open.length,
      of: items.length,
      done: !open.some((item) => item.required),
    };
  });
  const ordered = Number(session.order !== null) + Number(session.order?.checkerId != null);
  const wishes = Number(session.intention !== null || session.wishes !== null) + Number(session.musicHash !== null);
  return [
    ...groups,
    { step: 'order', answered: ordered, of: 2, done: ordered === 2 },
    { step: 'baseline', answered: Number(session.baselineId !== null), of: 1, done: session.baselineId !== null },
    { step: 'wishes', answered: wishes, of: 2, done: true },
  ];
}

/** Where to go to do something about a blocker. */
export function stepOf(blocker: Blocker, protocol: Protocol): Step {
  if (blocker.code.startsWith('order')) return 'order';
  if (blocker.code.startsWith('baseline')) return 'baseline';
  const item = protocol.preChecks.find((candidate) => candidate.id === blocker.params['itemId']);
  return item?.group ?? 'person';
}
