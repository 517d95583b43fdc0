import type { TFunction } from 'i18next';
import type { ChartEvent } from '../../shared/chart/events.ts';
import type { AdverseState } from '../../shared/session/adverse-state.ts';
import type { CallState } from '../../shared/session/call-state.ts';
import type { MarkState } from '../../shared/session/care-state.ts';
import type { Author } from '../../shared/session/event.ts';
import { formatElapsed } from '../../shared/time/format.ts';
import { dueWords } from '../review/words/due-words.ts';
import { joined } from '../review/words/context.ts';
import { factWords } from '../room/session/marks/pump-words.ts';

/** Own words are cut after this many letters where they stand in the picture. */
const MOST_LETTERS = 28;

/** An event in a word or two, for the picture. */
export function eventWords(t: TFunction, event: ChartEvent): string {
  switch (event.kind) {
    case 'mark':
      return markWords(t, event.mark);
    case 'given':
      return `${event.medicine.drug} ${event.medicine.dose}`;
    case 'declined':
      return t('chart.event.declined', { medicine: event.medicine.drug });
    case 'adverse':
      return cut(event.adverse.what);
    case 'pump':
      return factWords(t, event.fact);
    case 'missing':
      return t('chart.event.missing', { due: dueWords(event.due, t) });
    case 'up':
      return t('events.kind.patientUp');
    case 'called':
    case 'answered':
    case 'notReached':
    case 'back':
    case 'emergency':
    case 'emergencyOver':
    case 'timeUp':
      return t(`chart.event.${event.kind}`);
  }
}

function cut(words: string): string {
  return words.length <= MOST_LETTERS ? words : `${words.slice(0, MOST_LETTERS).trimEnd()}…`;
}

function markWords(t: TFunction, { kind, severity }: MarkState): string {
  const name = t(`events.kind.${kind}`);
  return severity === null ? name : t('chart.severity', { name, severity: t(`events.severity.${severity}`) });
}

/**
 * An event with everything that was said of it, for the table.
 * @param timeOf time of day where the session was, at epoch ms
 */
export function eventSentence(t: TFunction, event: ChartEvent, timeOf: (atMs: number) => string): string {
  switch (event.kind) {
    case 'mark': {
      const { note, settledAt } = event.mark;
      const settled = settledAt === null ? null : t('chart.event.settled', { time: timeOf(settledAt) });
      return joined(markWords(t, event.mark), note, settled);
    }
    case 'given':
      return t('events.medicine.wasGiven', { words: t('events.medicine.one', { ...event.medicine }) });
    case 'declined':
      return t('events.medicine.wasDeclined', { words: t('events.medicine.one', { ...event.medicine }) });
    case 'adverse':
      return adverseSentence(t, event.adverse, timeOf);
    case 'pump':
      return t('chart.event.pump', { fact: factWords(t, event.fact) });
    case 'answered':
      return answerSentence(t, event.call);
    case 'notReached':
      return t('sentence.doctorNotReached', { time: formatElapsed(event.at - event.call.at) });
    case 'up': {
      const { walker } = event.away;
      return joined(t('sentence.patientUp'), walker === null ? null : t(`events.up.walkers.${walker}`));
    }
    case 'back':
      return t('sentence.patientBack', { time: formatElapsed(event.at - event.away.at) });
    case 'missing':
    case 'called':
    case 'emergency':
    case 'emergencyOver':
    case 'timeUp':
      return eventWords(t, event);
  }
}

function adverseSentence(t: TFunction, adverse: AdverseState, timeOf: (atMs: number) => string): string {
  const { severity, what, outcome, outcomeNote, told } = adverse;
  return joined(
    t('sentence.adverseEventNoted', { severity: t(`adverse.severity.${severity}`), what }),
    outcome === null ? t('adverse.outcomeMissing') : t(`adverse.outcome.${outcome}`),
    outcomeNote,
    ...told.map(({ who, at }) => t('adverse.told', { who, time: timeOf(at) })),
  );
}

function answerSentence(t: TFunction, { at, answer }: CallState): string {
  if (answer === null) return '';
  const { who, said, order } = answer;
  return joined(
    t('sentence.doctorAnswered', { name: who.name, time: formatElapsed(answer.at - at) }),
    said === null ? null : t('sentence.doctorSaid', { text: said }),
    order === null ? null : t('sentence.doctorOrdered', { text: order.text }),
  );
}

/** Who entered it; null where it was the app, or where that is not told beside it. */
export function eventAuthor(event: ChartEvent): Author | null {
  switch (event.kind) {
    case 'mark':
      return event.mark.author;
    case 'given':
    case 'declined':
      return event.medicine.author;
    case 'called':
      return event.call.author;
    case 'adverse':
      return event.adverse.author;
    case 'up':
      return event.away.author;
    case 'pump':
      return event.fact.kind === 'note' ? event.fact.note.author : null;
    case 'answered':
    case 'notReached':
    case 'back':
    case 'missing':
    case 'emergency':
    case 'emergencyOver':
    case 'timeUp':
      return null;
  }
}
