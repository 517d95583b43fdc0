import { formatElapsed } from '../../shared/time/format.ts';
import { musicWords } from '../i18n/choice-words.ts';
import { NONE, type Fact, type FactContext } from './fact.ts';

const minutes = (ms: number): number => Math.round(ms / 60_000);
const number = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

/** How long it ran against what was planned, with its pauses, and how it ended. */
export function infusionFact({ t, summary }: FactContext): Fact {
  const name = t('review.infusion');
  const { ranMs, firstPlannedMs, plannedMs, pauses, stopped } = summary.infusion;
  if (ranMs === null)
    return { name, figure: NONE, detail: t('review.notStartedPlanned', { minutes: minutes(plannedMs) }) };
  const details = [
    firstPlannedMs === plannedMs
      ? t('review.planned', { minutes: minutes(plannedMs) })
      : t('review.plannedFirst', { minutes: minutes(plannedMs), first: minutes(firstPlannedMs) }),
    pauses.count === 0
      ? t('review.noPause')
      : t('review.pauses', { count: pauses.count, time: formatElapsed(pauses.totalMs) }),
    ...(stopped?.early === true
      ? [`! ${t('review.endedEarly', { reason: t(`sentence.stopReason.${stopped.reason}`) })}`]
      : []),
    ...(stopped === null ? [t('review.running')] : []),
  ];
  return { name, figure: formatElapsed(ranMs), detail: details.join(', ') };
}

/** Drug, mg and mg/kg: what was given, and what was ordered where that differs or nobody entered what was given. */
export function doseFact({ t, summary: { dose } }: FactContext): Fact {
  if (dose === null) return { name: t('review.dose'), figure: NONE, detail: t('review.noOrder') };
  const { drug: name, weightKg, orderedMg, orderedMgPerKg, givenMg, givenMgPerKg, discardedMg } = dose;
  if (givenMg === null || givenMgPerKg === null) {
    const ordered = t('review.doseOrder', { mgPerKg: number(orderedMgPerKg, 2), weightKg: number(weightKg, 1) });
    return { name, figure: `${number(orderedMg, 2)} mg`, detail: `${ordered}, ${t('review.doseOpen')}` };
  }
  const details = [
    t('review.doseGiven', { mgPerKg: number(givenMgPerKg, 2), weightKg: number(weightKg, 1) }),
    ...(givenMg === orderedMg ? [] : [t('review.doseOrdered', { mg: number(orderedMg, 2) })]),
    ...(discardedMg > 0 ? [t('review.doseDiscarded', { mg: number(discardedMg, 2) })] : []),
  ];
  return { name, figure: `${number(givenMg, 2)} mg`, detail: details.join(', ') };
}

/** What played, how loud it was in the end, and what went wrong with it. */
export function musicFact({ t, session, musicTitle }: FactContext): Fact {
  const name = t('review.music');
  const { music, intake } = session;
  const wish = intake.choice === null ? [] : musicWords({ ...intake.choice, loudness: null }, musicTitle, t);
  const title = musicTitle ?? wish[0] ?? null;
  const details = [
    ...(music.played.length === 0
      ? [t('review.nothingPlayed')]
      : [
          t('review.tracks', { count: music.played.length }),
          t('review.volume', { percent: `${Math.round(music.volume * 100)} %` }),
        ]),
    ...(musicTitle === null ? [] : wish.slice(1)),
    ...(music.failed.length > 0 ? [`! ${t('review.tracksFailed', { count: music.failed.length })}`] : []),
  ];
  return { name, figure: title ?? NONE, detail: details.join(', ') };
}

/** How dark the room became, and lamps that did not follow to the end. */
export function lightFact({ t, session, summary: { darkest } }: FactContext): Fact {
  const name = t('review.light');
  const failed = session.lighting.failed.map((lamp) => lamp.name ?? lamp.driver);
  const details = [
    ...(darkest === null ? [t('review.lightUntouched')] : [t('review.lightDarkest')]),
    ...(failed.length === 0 ? [] : [`! ${t('review.lampsFailed', { lamps: failed.join(', ') })}`]),
  ];
  const level = darkest === null ? NONE : darkest > 0 && darkest < 0.01 ? '1 %' : `${Math.round(darkest * 100)} %`;
  return { name, figure: level, detail: details.join(', ') };
}
