import { dayOf } from '../i18n/format.ts';
import { NONE, timeIn, type Fact, type FactContext } from './fact.ts';
import { careFact, onTimeFact, phoneFact } from './facts-care.ts';
import { doseFact, infusionFact, lightFact, musicFact } from './facts-given.ts';
import { baselineFact, lastFact, lowestFact, peakFact } from './facts-vitals.ts';

/** What a clinician wants to know in ten seconds: what was given and how it went, then what the body did. */
export function factsOf(context: FactContext): readonly Fact[] {
  return [
    infusionFact(context),
    doseFact(context),
    onTimeFact(context),
    careFact(context),
    phoneFact(context),
    leftFact(context),
    baselineFact(context),
    peakFact(context),
    lowestFact(context),
    lastFact(context),
    musicFact(context),
    lightFact(context),
  ];
}

function leftFact({ t, session }: FactContext): Fact {
  const name = t('review.left');
  const { finished, score, notGiven } = session;
  if (notGiven !== null) {
    const detail = notGiven.postponed ? t('review.postponed', notGiven) : t('review.notGiven', notGiven);
    return { name, figure: NONE, detail };
  }
  if (finished === null) return { name, figure: NONE, detail: t('review.notLeft') };
  const details = [
    ...(finished.how === 'fit' ? [] : [`! ${t(`sentence.how.${finished.how}`)}`]),
    score === null ? t('review.noScore') : t('review.score', { total: score.total }),
    ...(finished.escort === null ? [] : [t('review.withEscort', { escort: finished.escort })]),
  ];
  const begun = dayOf(session.started?.at ?? session.createdAt, session.created.timeZone);
  const left = dayOf(finished.at, session.created.timeZone);
  return {
    name,
    figure: timeIn(session, finished.at),
    detail: [...(begun === left ? [] : [left]), ...details].join(', '),
  };
}
