import type { ReadingOutcome } from '../../shared/review/outcomes.ts';
import type { MarkState } from '../../shared/session/care-state.ts';
import { lasts } from '../../shared/session/mark-kinds.ts';
import { partWords } from '../room/session/reading/part-words.ts';
import { NONE, timeIn, type Fact, type FactContext } from './fact.ts';

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
      ? t('dueParts.partly', { due: dueWords(t, one), parts: partWords(t, one.missing) })
      : t(`review.outcome.${one.outcome}`, { due: dueWords(t, one), minutes: minutes(one.byMs) }),
  );
  return { name, figure, detail: words.join(', ') };
}

/** `+15`, `recovery +30`. */
function dueWords(t: FactContext['t'], { from, offsetMs }: Pick<ReadingOutcome, 'from' | 'offsetMs'>): string {
  return t(`sentence.due.${from}`, { minutes: minutes(offsetMs) });
}

/** What happened to the patient and what was given for it. */
export function careFact({ t, session, summary: { marks } }: FactContext): Fact {
  const name = t('review.events');
  const { medications, declined, emergencies, calls } = session;
  const called = calls.filter(({ takenBack }) => !takenBack).length;
  const words = [
    ...(emergencies > 0 ? [`▲ ${t('review.emergencies', { count: emergencies })}`] : []),
    ...marks.map((mark) => markWords(t, session, mark)),
    ...medications.map(({ drug, dose, at }) => `${drug} ${dose} ${timeIn(session, at)}`),
    ...declined.map(({ drug, at }) => t('review.declined', { drug, time: timeIn(session, at) })),
    ...(called > 0 ? [t('review.called', { count: called })] : []),
  ];
  const [only] = marks;
  const one = marks.length === 1 && only !== undefined ? t(`sentence.mark.${only.kind}`) : null;
  const figure = one ?? (marks.length === 0 ? t('review.noEvents') : String(marks.length));
  return {
    ...{ name, figure, detail: words.length === 0 ? t('review.noMedicine') : words.join(', ') },
    ...(emergencies > 0 ? { tone: 'red' } : {}),
  };
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
    [
      t('review.phoneOrder', { who, time: timeIn(session, at), text }),
      ...(signature === 'open' ? [`! ${t('review.phoneOpen')}`] : []),
      ...(signature === 'signed' ? [t('review.phoneSigned')] : []),
    ].join(', '),
  );
  return { name, figure: String(phoneOrders.length), detail: words.join('; ') };
}
