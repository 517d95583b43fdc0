import { askedItems, type CheckItem } from '../../shared/protocol/check-item.ts';
import type { Order } from '../../shared/session/preparation-bodies.ts';
import type { SessionMusic } from '../../shared/music/set.ts';
import { goodAnswer, type GivenAnswer } from '../../test/helpers/check-answers.ts';
import type { PlannedSession } from './plan.ts';
import type { Sitting } from './sitting.ts';
import type { Member } from './staff.ts';
import { takeReading } from './readings.ts';
import { beforeStart, type Baseline } from './vitals.ts';
import { intention, noteText } from './words.ts';
import type { Kept } from './contents.ts';

/** What a story has to work with. */
export interface Cast {
  readonly planned: PlannedSession;
  readonly music: Kept<SessionMusic>;
  readonly baseline: Baseline;
  readonly nurse: Member;
  readonly checker: Member;
  readonly prescriber: Member;
}

const values: Readonly<Record<string, readonly string[]>> = {
  escort: ['sister, waits', 'husband, telephone 555 0100', 'friend, comes at five'],
  allergies: ['none', 'as written', 'penicillin'],
  medicinesWhich: ['sertraline 50 mg', 'ibuprofen last night'],
  historyWhich: ['blood pressure tablets since spring'],
  escortMet: ['yes', 'in the hall'],
};

/** From the draft to the moment before the start. */
export function prepare(sitting: Sitting, cast: Cast): void {
  const { random } = sitting;
  sitting.pass(random.whole(20, 300) * 1000).press({ type: 'beginPreChecks' });
  answerAll(sitting, 'preChecks', sitting.protocol.preChecks);
  if (random.chance(0.6))
    sitting.press({
      type: 'noteWishes',
      intention: intention(random),
      wishes: random.chance(0.5) ? noteText(random) : null,
    });
  if (random.chance(0.8))
    sitting.press({ type: 'chooseMusic', musicHash: cast.music.hash, title: cast.music.value.set?.title ?? '' });
  if (cast.planned.story === 'notGiven') {
    sitting.press({
      type: 'doNotGive',
      reason: 'Feverish since the night; seen by the doctor',
      postponed: random.chance(0.7),
    });
    return;
  }
  sitting.pass(random.whole(30, 120) * 1000).press({ type: 'enterOrder', order: orderOf(sitting, cast) });
  sitting.pass(random.whole(20, 90) * 1000).press({ type: 'checkOrder', checkerId: cast.checker.staffId, pin: '0000' });
  const readingId = takeReading(sitting, beforeStart(cast.baseline, random), 0);
  sitting.pass(10_000).press({ type: 'acceptBaseline', readingId });
  if (!sitting.attempt({ type: 'settleIn' })) return;
  sitting.pass(random.whole(60, 400) * 1000);
}

/** Answers a list of checks, one after another. */
export function answerAll(sitting: Sitting, list: 'preChecks' | 'recovery', items: readonly CheckItem[]): void {
  for (const item of items) {
    const asked = askedItems(items, sitting.session.checks[list]);
    if (!asked.includes(item) || (!item.required && sitting.random.chance(0.2))) continue;
    sitting.pass(sitting.random.whole(3, 30) * 1000);
    sitting.press({ type: 'answerCheck', list, itemId: item.id, ...answerTo(sitting, item) });
  }
}

function answerTo(sitting: Sitting, item: CheckItem): GivenAnswer {
  const { random } = sitting;
  if (item.answer === 'offered') return { answer: random.chance(0.5) ? 'accepted' : 'declined', value: null };
  if (item.answer === 'yesNo' && item.stops === null && random.chance(0.1)) return { answer: 'yes', value: null };
  return goodAnswer(item, sitting.now().wallMs, random.pick(values[item.id] ?? ['seen']));
}

function orderOf({ random, session }: Sitting, { planned, prescriber }: Cast): Order {
  const { weightKg } = planned.patient;
  const mgPerKg = random.pick([0.5, 0.5, 0.5, 0.75, 1]);
  const mg = Math.round(mgPerKg * weightKg * 10) / 10;
  const rateMlPerHour = Math.round((mg / (session.plannedMs / 3_600_000)) * 10) / 10;
  return {
    drug: 'Ketamine',
    mgPerKg,
    weightKg,
    mg,
    concentrationMgPerMl: 1,
    rateMlPerHour,
    route: 'iv',
    prescriber: prescriber.name,
  };
}
