import { openChoice, type Choice } from '../../shared/intake/choice.ts';
import { askedItems, type CheckItem } from '../../shared/protocol/check-item.ts';
import { isSettled } from '../../shared/questionnaires/sheets.ts';
import { goodAnswer, type GivenAnswer } from '../../test/helpers/check-answers.ts';
import { takeReading } from '../archive/readings.ts';
import type { Sitting } from '../archive/sitting.ts';
import { readingOf } from './body.ts';
import { HOUR_MS, MINUTE_MS } from './calendar.ts';
import type { VisitCast, WantedSheet } from './cast.ts';
import { passGate } from './gate.ts';
import { answersTo } from './sheets.ts';
import { intentions, wishes } from './words.ts';

/** From the draft to the moment before the start; false where nothing is given today. */
export function prepareVisit(sitting: Sitting, cast: VisitCast): boolean {
  const { random } = sitting;
  const { story } = cast.planned;
  sitting.pass(random.whole(1, 4) * MINUTE_MS).press({ type: 'beginPreChecks' });
  if (story === 'fever') {
    const reason = random.pick(['Feverish since the night, 38.4 at the door', 'Had breakfast an hour ago']);
    sitting.pass(4 * MINUTE_MS).press({ type: 'doNotGive', reason, postponed: true });
    return false;
  }
  answerNote(sitting, cast);
  welcome(sitting, cast);
  answerItems(sitting, cast, 'preChecks', sitting.protocol.preChecks);
  enterOrder(sitting, cast);
  const baselineId = takeReading(sitting, readingOf(cast.body, 0, random), 0);
  sitting.pass(10_000).press({ type: 'acceptBaseline', readingId: baselineId });
  if ((story === 'gate' || story === 'tooHigh') && !passGate(sitting, cast)) return false;
  sitting.pass(random.whole(20, 60) * 1000).press({ type: 'settleIn' });
  sitting.pass(random.whole(60, 240) * 1000).press({ type: 'start', agoMs: 0 });
  return true;
}

/** What was decided about a note of the infusion before that asked for more than going on. */
function answerNote(sitting: Sitting, { before, mgPerKg }: VisitCast): void {
  if (before === null || before.decision === 'goOn') return;
  const decided =
    before.decision === 'hold'
      ? `Prescriber says go ahead, at ${mgPerKg} mg/kg`
      : `As noted: ${mgPerKg} mg/kg ordered today`;
  sitting.pass(MINUTE_MS).press({ type: 'answerLastNote', of: before.sessionId, decided });
}

/** The patient has the screen: questionnaires, music, how they want to lie. */
function welcome(sitting: Sitting, cast: VisitCast): void {
  const { random } = sitting;
  sitting.press({ type: 'openIntake', language: 'en', ownFiles: null });
  for (const sheet of cast.sheets) fillIn(sitting, sheet);
  const music = { musicHash: cast.music.hash, title: cast.music.value.set?.title ?? '' };
  const choice: Choice = {
    ...openChoice('en'),
    ...{ music: { kind: 'set', musicHash: cast.music.hash }, scope: 'session', loudness: random.whole(4, 8) / 10 },
    noVoices: random.chance(0.3),
    intention: random.chance(0.6)
      ? { text: random.pick(intentions), readers: 'careTeam', inExport: random.chance(0.5) }
      : null,
    comfort: {
      ...{ eyes: 'mask', blanket: random.pick(['yes', 'later']), darkest: null, door: 'ajar' },
      ...{ approach: random.pick(['speakFirst', 'touchShoulder']), avoid: null, stopSign: 'Lifts the left hand' },
    },
  };
  sitting.pass(random.whole(2, 4) * MINUTE_MS).press({ type: 'keepIntake', by: 'patient', choice, music });
  sitting.press({ type: 'restIntake' }).pass(20_000).press({ type: 'closeIntake' });
  if (random.chance(0.4)) sitting.press({ type: 'noteWishes', intention: null, wishes: random.pick(wishes) });
  if (sitting.session.safety.every(isSettled)) return;
  const words = 'Thoughts of being better off dead on some days, no plan, no intent. Safety plan gone through.';
  sitting.pass(6 * MINUTE_MS).press({ type: 'speakOfSafety', who: cast.prescriber.name, decision: 'goOn', words });
}

function fillIn(sitting: Sitting, wanted: WantedSheet): void {
  const { random } = sitting;
  const sheetId = random.id();
  sitting.press({ type: 'beginQuestionnaire', sheetId, questionnaire: wanted.questionnaire, by: 'patient' });
  for (const [question, answer] of answersTo(wanted, random))
    sitting.pass(random.whole(4, 9) * 1000).press({ type: 'answerQuestion', sheetId, question, answer });
  sitting.pass(3000).press({ type: 'endQuestionnaire', sheetId });
}

/** Answers a list of checks, one after another, as this patient would have it. */
export function answerItems(
  sitting: Sitting,
  cast: VisitCast,
  list: 'preChecks' | 'recovery',
  items: readonly CheckItem[],
): void {
  for (const item of items) {
    if (!askedItems(items, sitting.session.checks[list]).includes(item)) continue;
    sitting.pass(sitting.random.whole(3, 20) * 1000);
    sitting.press({ type: 'answerCheck', list, itemId: item.id, ...answerTo(sitting, cast, item) });
  }
}

function answerTo(
  sitting: Sitting,
  { planned: { patient, number }, weightKg }: VisitCast,
  item: CheckItem,
): GivenAnswer {
  const { wallMs } = sitting.now();
  const value = (text: string): GivenAnswer => ({ answer: 'value', value: text });
  const ago = (hours: number): GivenAnswer => value(String(Math.floor(wallMs - hours * HOUR_MS)));
  const known: Readonly<Record<string, GivenAnswer>> = {
    weightToday: value(`${weightKg} kg`),
    lastFood: ago(sitting.random.whole(28, 44) / 4),
    lastDrink: ago(sitting.random.whole(9, 14) / 4),
    bladderAt: ago(0.1),
    escort: value(patient.escort),
    escortMet: value(patient.escort.replace(/,.*/u, ', in the waiting room')),
    allergies: value(patient.allergies),
    medicinesToday: { answer: patient.medicines === null ? 'no' : 'yes', value: null },
    medicinesWhich: value(patient.medicines ?? 'none'),
    antiNausea: { answer: patient.queasy && number > 1 ? 'accepted' : 'declined', value: null },
    snackDrink: { answer: 'accepted', value: null },
    bathroomHelp: { answer: sitting.random.chance(0.6) ? 'accepted' : 'declined', value: null },
  };
  return known[item.id] ?? goodAnswer(item, wallMs);
}

function enterOrder(sitting: Sitting, { mgPerKg, weightKg, prescriber, checker }: VisitCast): void {
  const mg = Math.round(mgPerKg * weightKg);
  const rateMlPerHour = Math.round((mg / (sitting.session.plannedMs / HOUR_MS)) * 10) / 10;
  const order = {
    ...{ drug: 'Ketamine', mgPerKg, weightKg, mg, concentrationMgPerMl: 1, rateMlPerHour },
    ...{ route: 'iv' as const, prescriber: prescriber.name },
  };
  sitting.pass(sitting.random.whole(40, 100) * 1000).press({ type: 'enterOrder', order });
  sitting.pass(sitting.random.whole(30, 90) * 1000);
  sitting.press({ type: 'checkOrder', checkerId: checker.staffId, pin: '0000' });
}
