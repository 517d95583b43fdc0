import type { Choice } from '../../shared/intake/choice.ts';
import { beginsWith, type EarlierChoice } from '../../shared/intake/earlier.ts';
import { offered, type OfferedSet } from '../../shared/intake/offered-set.ts';
import { chooseForMe } from '../../shared/intake/which-sets.ts';
import type { IntakeState, IntakeView } from '../../shared/ipc/intake.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Staff } from '../../shared/people/people.ts';
import type { Session } from '../../shared/session/state.ts';
import type { Offered } from '../music/offers.ts';

/** What there is to offer, and who can lead out. */
export interface IntakeOffers {
  /** The sets that a session can be begun with. */
  readonly sets: () => Promise<readonly Offered[]>;
  /** Ids of sets that are one patient's own music. */
  readonly forOne: () => ReadonlySet<string>;
  readonly staff: () => Promise<Answer<Staff[]>>;
}

/** What a wish leads to; null where it leads to none of our sets. */
type Wished = { readonly musicHash: string; readonly title: string } | null;

/** The sets that a patient is offered: no other patient's own, and their own files stand by themselves. */
export async function setsFor({ intake }: Session, offers: IntakeOffers): Promise<OfferedSet[]> {
  const all = await offers.sets();
  return all
    .filter(({ musicHash, set }) => musicHash !== intake.ownFiles && !offers.forOne().has(set.id))
    .map(({ musicHash, set }) => offered(musicHash, set));
}

/** All that the patient window may know. */
export async function intakeView(
  session: Session,
  state: IntakeState,
  offers: IntakeOffers,
  earlier: readonly EarlierChoice[],
): Promise<Answer<IntakeView>> {
  const staff = await offers.staff();
  if (!staff.ok) return staff;
  const { handedBy } = session.intake;
  const first = (staffId: string): boolean => handedBy?.kind === 'staff' && handedBy.staffId === staffId;
  const canLeadOut = staff.data
    .filter(({ active }) => active)
    .toSorted((a, b) => Number(first(b.staffId)) - Number(first(a.staffId)))
    .map(({ staffId, name }) => ({ staffId, name }));
  const asks = state.screen === 'asking' ? await asked(session, state, offers, earlier) : null;
  return success({ ...state, staff: canLeadOut, asks });
}

async function asked(
  session: Session,
  { language }: IntakeState,
  offers: IntakeOffers,
  earlier: readonly EarlierChoice[],
): Promise<IntakeView['asks']> {
  const { choice, ownFiles } = session.intake;
  const own = (await offers.sets()).find(({ musicHash }) => musicHash === ownFiles);
  const hashes = new Set((await setsFor(session, offers)).map(({ musicHash }) => musicHash));
  return {
    choice: choice === null ? beginsWith(earlier, hashes, language) : { ...choice, language },
    earlier: earlier.toReversed().map(({ choice: before }) => ({ choice: before })),
    inCourse: session.created.courseId !== null,
    ownFiles: own === undefined ? null : offered(own.musicHash, own.set),
    level: session.music.volume,
    sheets: patientsSheets(session).map(({ sheetId, questionnaire, answers, skipped }) => ({
      ...{ sheetId, questionnaire, answers: { ...answers }, skipped: [...skipped] },
    })),
  };
}

/** Questionnaires that are with the patient: given to them, and not closed. */
export function patientsSheets({ sheets }: Pick<Session, 'sheets'>): Session['sheets'] {
  return sheets.filter(({ by, ended }) => by === 'patient' && !ended);
}

/** The set that a choice leads to, by content. A set that is not offered (any more) is refused, so that the patient can choose again. */
export async function musicWished(session: Session, choice: Choice, offers: IntakeOffers): Promise<Answer<Wished>> {
  const { music } = choice;
  if (music === null || music.kind === 'quiet' || music.kind === 'ownPhone') return success(null);
  if (music.kind === 'ownFiles') return success(await ownFilesOf(session, offers));
  const sets = await setsFor(session, offers);
  if (music.kind === 'chooseForMe') return success(wishedOf(chooseForMe(sets, choice)));
  const found = sets.find(({ musicHash }) => musicHash === music.musicHash);
  return found === undefined ? failure('invalid', 'intake.setUnknown', {}, 'choice.music') : success(wishedOf(found));
}

async function ownFilesOf({ intake }: Session, offers: IntakeOffers): Promise<Wished> {
  const own = (await offers.sets()).find(({ musicHash }) => musicHash === intake.ownFiles);
  return own === undefined ? null : { musicHash: own.musicHash, title: own.set.title };
}

function wishedOf(set: OfferedSet | null): Wished {
  return set === null ? null : { musicHash: set.musicHash, title: set.title };
}
