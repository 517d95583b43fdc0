import type { MainSide } from '../../../renderer/patient/main-side.ts';
import { openChoice, type Choice } from '../../../shared/intake/choice.ts';
import type { OfferedSet } from '../../../shared/intake/offered-set.ts';
import { failure, success } from '../../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import type { IntakeState, IntakeView } from '../../../shared/ipc/intake.ts';

/** Main's side of the patient window, in memory, for previews and tests. */
export interface InPageIntake extends MainSide {
  readonly view: () => IntakeView;
  /** Every choice that was kept, in order. */
  readonly kept: readonly Choice[];
  /** Every answer to a questionnaire that was kept, in order. */
  readonly answered: readonly RequestArgs<'intake.answer'>[];
  /** As main would: another screen, or help that came. */
  readonly push: (state: Partial<IntakeState>) => void;
  /** Other sets from now on, without a word. */
  readonly offer: (sets: readonly OfferedSet[]) => void;
  /** From now on nothing can be kept, until it is called with false. */
  readonly refuse: (refused: boolean) => void;
}

export interface InPageIntakeOptions {
  readonly sets: readonly OfferedSet[];
  readonly view?: Partial<IntakeView>;
  readonly asks?: Partial<NonNullable<IntakeView['asks']>>;
}

export const INTAKE_PIN = '2580';

export function inPageIntake({ sets, view = {}, asks = {} }: InPageIntakeOptions): InPageIntake {
  const listeners = new Set<(state: IntakeState) => void>();
  const kept: Choice[] = [];
  const answered: RequestArgs<'intake.answer'>[] = [];
  let refused = false;
  let offer = sets;
  let now: IntakeView = {
    screen: 'asking',
    language: 'en',
    helpAsked: false,
    staff: [{ staffId: 'alvarez', name: 'R. Alvarez, RN' }],
    asks: { choice: openChoice('en'), earlier: [], inCourse: true, ownFiles: null, level: 0.3, sheets: [], ...asks },
    ...view,
  };
  const push = (state: Partial<IntakeState>): void => {
    now = { ...now, ...state };
    const { screen, language, helpAsked } = now;
    for (const listener of listeners) listener({ screen, language, helpAsked });
  };
  return {
    view: () => now,
    kept,
    answered,
    push,
    refuse: (next) => {
      refused = next;
    },
    offer: (next) => {
      offer = next;
    },
    read: async () => success(now.screen === 'resting' ? { ...now, asks: null } : now),
    sets: async () => success(offer),
    keep: async (choice) => {
      if (refused) return failure('unsaved', 'disk.full');
      const { music } = choice;
      if (music?.kind === 'set' && offer.every(({ musicHash }) => musicHash !== music.musicHash))
        return failure('invalid', 'intake.setUnknown');
      kept.push(choice);
      if (now.asks !== null) now = { ...now, asks: { ...now.asks, choice } };
      return success({});
    },
    answer: async ({ sheetId, question, answer }) => {
      if (refused) return failure('unsaved', 'disk.full');
      answered.push({ sheetId, question, answer });
      return success({});
    },
    endSheet: async (sheetId) => {
      if (refused) return failure('unsaved', 'disk.full');
      if (now.asks !== null) {
        const sheets = now.asks.sheets.filter((sheet) => sheet.sheetId !== sheetId);
        now = { ...now, asks: { ...now.asks, sheets } };
      }
      return success({});
    },
    help: async () => {
      push({ helpAsked: true });
      return success({});
    },
    rest: async () => {
      push({ screen: 'resting' });
      return success({});
    },
    leave: async ({ pin }) => {
      if (pin !== INTAKE_PIN) return failure('refused', 'access.wrongPin');
      push({ screen: 'resting' });
      return success({});
    },
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
