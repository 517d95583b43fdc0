import { standingAdverse } from '../../shared/session/adverse-state.ts';
import type { MarkState } from '../../shared/session/care-state.ts';
import { lasts } from '../../shared/session/mark-kinds.ts';
import { partWords } from '../room/session/reading/part-words.ts';
import { worstBeside } from './facts-worst.ts';
import { NONE, timeIn, type Fact, type FactContext } from './fact.ts';
import { dueWords } from './words/due-words.ts';

const minutes = (ms: number): number => Math.round(ms / 60_000);

/** How many readings of the schedule came in time, and which did not. */
export function onTimeFact({ t, session, summary: { outcomes } }: FactContext): Fact {
  const name = t('review.onTime');
  if (session.started === null) return { name, figure: NONE, detail: t('review.notStarted') };
  const wrong = outcomes.flatMap((one) => (one.outcome === 'onTime' ? [] : [{ ...one, outcome: one.outcome }]));
  const figure = t('review.onTimeOf', { taken: outcomes.length - wrong.length, due: outcomes.length });
  if (wrong.length === 0) return { name, figure, detail: t('review.allOnTime') };
  const words = wrong.map((one) =>
    one.outcome === 'partly'
      ? t('dueParts.partly', { due: dueWords(one, t), parts: partWords(t, one.missing) })
      : t(`review.outcome.${one.outcome}`, { due: dueWords(one, t), minutes: minutes(one.byMs) }),
  );
  return { name, figure, detail: words.join(', ') };
}

/** What happened to the patient and what was given for it. */
export function careFact(context: FactContext): Fact {
  const { t, session, summary } = context;
  const { marks } = summary;
  const name = t('review.events');
  const { medications, declined, emergencies, calls } = session;
  const called = calls.filter(({ takenBack }) => !takenBack).length;
  const adverse = standingAdverse(session);
  const worst = worstBeside(context);
  const words = [
    ...(emergencies > 1 ? [`▲ ${t('review.emergencies', { count: emergencies })}`] : []),
    ...adverse.map(({ severity, what }) => `! ${t(`adverse.severity.${severity}`)}: ${what}`),
    ...(worst?.words ?? []),
    ...marks.map((mark) => markWords(t, session, mark)),
    ...medications.map(({ drug, dose, at }) => `${drug} ${dose} ${timeIn(session, at)}`),
    ...declined.map(({ drug, at }) => t('review.declined', { drug, time: timeIn(session, at) })),
    ...(called > 0 ? [t('review.called', { count: called })] : []),
  ];
  return {
    ...{
      name,
      figure: careFigure(context, worst?.level === 'red'),
      detail: words.length === 0 ? t('review.noMedicine') : words.join(', '),
    },
    ...(emergencies > 0 || worst?.level === 'red' ? { tone: 'red' } : {}),
  };
}

/** What has to be seen first: an emergency, a red reading that no other cell says, the one thing that happened, or how many did. */
function careFigure({ t, session, summary: { marks } }: FactContext, isRed: boolean): string {
  const { emergencies, medications } = session;
  const [only] = marks;
  const [given] = medications;
  if (emergencies > 0) return t('review.emergency');
  if (isRed) return t('review.flag.red');
  if (only !== undefined) return marks.length === 1 ? t(`sentence.mark.${only.kind}`) : String(marks.length);
  if (standingAdverse(session).length > 0) return t('review.flag.adverse');
  return given?.drug ?? t('review.noEvents');
}

function markWords(t: FactContext['t'], session: FactContext['session'], mark: MarkState): string {
  const { kind, severity, settled, at } = mark;
  const words = [
    t(`sentence.mark.${kind}`),
    severity === null ? null : t(`sentence.severity.${severity}`),
    timeIn(session, at),
    lasts(kind) && settled ? t('sentence.settled') : null,
  ];
  return words.filter((word) => word !== null).join(' ');
}

/** Orders that came by telephone, and whether their prescriber has signed them. */
export function phoneFact({ t, session, summary: { phoneOrders } }: FactContext): Fact {
  const name = t('review.phone');
  if (phoneOrders.length === 0) return { name, figure: t('review.noPhone'), detail: '' };
  const words = phoneOrders.map(({ who, at, text, signature }) =>
    t('review.phoneOrder', {
      ...{ who, time: timeIn(session, at), text },
      signature: signature === 'open' ? `! ${t('review.phoneOpen')}` : t('review.phoneSigned'),
    }),
  );
  return { name, figure: String(phoneOrders.length), detail: words.join('; ') };
}
