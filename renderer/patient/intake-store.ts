import type { Choice, IntakeLanguage } from '../../shared/intake/choice.ts';
import type { OfferedSet } from '../../shared/intake/offered-set.ts';
import type { Answer } from '../../shared/ipc/answer.ts';
import type { IntakeState, IntakeView } from '../../shared/ipc/intake.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import type { MainSide } from './main-side.ts';
import { stepFrom, stepNamed, type Step } from './steps.ts';

/** The questions as they stand. */
export interface Asking {
  readonly step: Step;
  /** Where "Continue" leads back to, when one answer is being changed. */
  readonly backTo: 'summary' | null;
  readonly choice: Choice;
  readonly earlier: NonNullable<IntakeView['asks']>['earlier'];
  readonly inCourse: boolean;
  readonly ownFiles: OfferedSet | null;
  /** The volume to begin with, 0 to 1. */
  readonly level: number;
  readonly sets: readonly OfferedSet[];
  /** Questionnaires that come first. */
  readonly sheets: readonly PatientSheet[];
}

/** A questionnaire that was given to the patient, as far as it is filled in. */
export type PatientSheet = NonNullable<IntakeView['asks']>['sheets'][number];

export interface IntakeShown {
  readonly screen: 'waiting' | 'resting' | 'asking';
  readonly staff: IntakeView['staff'];
  readonly helpAsked: boolean;
  /** Main could not keep the last answers; they stay on the screen, and are tried again. */
  readonly unsaved: boolean;
  readonly asking: Asking | null;
}

/** Where the name of the screen is kept over a reload of the page: nothing that was answered, and gone with the window. */
export type StepMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface StoreDeps {
  readonly main: MainSide;
  readonly memory: StepMemory;
  /** Calls once after `ms`; the returned function takes that back. */
  readonly after: (ms: number, call: () => void) => () => void;
}

/** While main does not answer, it is asked again after this long, ms. */
const AGAIN_MS = 2_000;
const STEP = 'step';

const nothing: IntakeShown = { screen: 'waiting', staff: [], helpAsked: false, unsaved: false, asking: null };

/** What the window shows: main's answers, and how far the patient has come since. */
export class IntakeStore {
  readonly #deps: StoreDeps;
  readonly #keeper: Keeper;
  readonly #listeners = new Set<() => void>();
  #shown: IntakeShown = nothing;

  constructor(deps: StoreDeps) {
    this.#deps = deps;
    this.#keeper = createKeeper({
      keep: async (choice) => this.#send(choice),
      after: deps.after,
      changed: (unsaved) => this.#show({ unsaved }),
    });
    deps.main.onState((state) => this.#follow(state));
  }

  readonly get = (): IntakeShown => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks main what to show, until it answers. */
  async read(): Promise<void> {
    const { main, after } = this.#deps;
    const [view, sets] = await Promise.all([main.read(), main.sets()]);
    const again = (): void => void after(AGAIN_MS, () => void this.read());
    if (!view.ok) return again();
    const { asks, staff, helpAsked } = view.data;
    if (view.data.screen === 'resting' || asks === null) return this.#rest({ staff, helpAsked });
    if (!sets.ok) return again();
    const step = stepNamed(this.#deps.memory.getItem(STEP)) ?? 'welcome';
    this.#keeper.begin(asks.choice);
    this.#show({
      screen: 'asking',
      staff,
      helpAsked,
      asking: { ...asks, sets: sets.data, step, backTo: null },
    });
  }

  /** Another answer, on the screen at once. */
  change(part: Partial<Choice>): void {
    const { asking } = this.#shown;
    if (asking !== null) this.#ask({ choice: { ...asking.choice, ...part } });
  }

  /** Keeps what stands on the screen. */
  keep(): void {
    const { asking } = this.#shown;
    if (asking !== null) this.#keeper.keep(asking.choice);
  }

  setLanguage(language: IntakeLanguage): void {
    this.change({ language });
    this.keep();
  }

  next(): void {
    const { asking } = this.#shown;
    if (asking === null) return;
    const { step, backTo } = asking;
    const next = stepFrom(step, 1, asking);
    // A question that belongs to the one that was changed is asked as well.
    const belongs = next === 'own' || (next === 'scope' && asking.choice.scope === null);
    if (backTo !== null && !belongs) this.#go('summary', null);
    else this.#go(next, backTo);
  }

  back(): void {
    const { asking } = this.#shown;
    if (asking === null) return;
    if (asking.backTo === null) this.#go(stepFrom(asking.step, -1, asking), null);
    else this.#go('summary', null);
  }

  /** Goes to one question and comes back to the summary. */
  revise(step: Step): void {
    this.#go(step, 'summary');
  }

  /** All that was chosen so far, for whoever comes back to change one thing. */
  review(): void {
    this.#go('summary', null);
  }

  /** As it was last time; the volume is heard before it counts, and an intention belongs to its day. */
  sameAgain(): void {
    const { asking } = this.#shown;
    const last = asking?.earlier[0]?.choice;
    if (asking === null || last === undefined) return;
    const { language, intention } = asking.choice;
    this.#ask({ choice: { ...last, language, intention } });
    this.#go('volume', 'summary');
  }

  /** Keeps one answer of a questionnaire, null where it is skipped; true once main has it. */
  async answer(sheetId: string, question: string, answer: number | null): Promise<boolean> {
    return this.#taken(await this.#deps.main.answer({ sheetId, question, answer }));
  }

  /** The patient is through with a questionnaire, or leaves the rest of it out: the next one comes. */
  async endSheet(sheetId: string): Promise<void> {
    if (!this.#taken(await this.#deps.main.endSheet(sheetId))) return;
    const { asking } = this.#shown;
    if (asking !== null) this.#ask({ sheets: asking.sheets.filter((sheet) => sheet.sheetId !== sheetId) });
  }

  async help(): Promise<void> {
    this.#show({ helpAsked: true });
    const answer = await this.#deps.main.help();
    if (!answer.ok) this.#show({ helpAsked: false });
  }

  /** The patient is done: once all is kept, the screen rests. */
  async finish(): Promise<void> {
    this.keep();
    if (!(await this.#keeper.settled())) return;
    const answer = await this.#deps.main.rest();
    if (answer.ok) this.#rest({});
    else this.#show({ unsaved: true });
  }

  /** A PIN leads out; the code says why not, null where it did. */
  async leave(staffId: string, pin: string): Promise<string | null> {
    this.keep();
    const answer = await this.#deps.main.leave({ staffId, pin });
    if (!answer.ok) return answer.code;
    this.#rest({});
    return null;
  }

  async #send(choice: Choice): Promise<Answer<unknown>> {
    const answer = await this.#deps.main.keep(choice);
    // Staff took the set away meanwhile: the music is open again, and the cards are those that there are.
    if (!answer.ok && answer.code === 'intake.setUnknown') {
      const sets = await this.#deps.main.sets();
      if (sets.ok) this.#ask({ sets: sets.data });
      this.change({ music: null });
      this.keep();
    }
    return answer;
  }

  #follow(state: IntakeState): void {
    if (state.screen === 'resting') return this.#rest({ helpAsked: state.helpAsked });
    if (this.#shown.screen === 'asking') return this.#show({ helpAsked: state.helpAsked });
    void this.read();
  }

  #taken(answer: Answer<unknown>): boolean {
    this.#show({ unsaved: !answer.ok });
    return answer.ok;
  }

  /** Nothing of the patient stays in this window. */
  #rest(part: Partial<IntakeShown>): void {
    this.#deps.memory.removeItem(STEP);
    this.#keeper.forget();
    this.#show({ ...part, screen: 'resting', asking: null, unsaved: false });
  }

  #go(step: Step, backTo: 'summary' | null): void {
    this.#deps.memory.setItem(STEP, step);
    this.#ask({ step, backTo });
    this.keep();
  }

  #ask(part: Partial<Asking>): void {
    const { asking } = this.#shown;
    if (asking !== null) this.#show({ asking: { ...asking, ...part } });
  }

  #show(part: Partial<IntakeShown>): void {
    this.#shown = { ...this.#shown, ...part };
    for (const listener of this.#listeners) listener();
  }
}
