import type { TFunction } from 'i18next';
import type { SendingRow, SendingView } from '../../../shared/ipc/sending.ts';
import { dayOf, timeOfDay } from '../../i18n/format.ts';
import { lookUp } from '../../i18n/i18n.ts';

/** Why, in words; a code that nobody knows stands as it is. */
export function whyWords(code: string): string {
  return lookUp(`sending.why.${code}`, {}) ?? code;
}

function moment(at: number): string {
  return `${dayOf(at)}, ${timeOfDay(at)}`;
}

/** What stops all of it, or makes it wait; null where nothing does. */
export function troubleWords({ halt, pause }: SendingView, t: TFunction): string | null {
  if (halt !== null) return t('sending.list.halt', { why: whyWords(halt.code) });
  if (pause !== null) return t('sending.list.pause', { why: whyWords(pause.code), time: timeOfDay(pause.until) });
  return null;
}

/** What became of one session. */
export function stateWords(row: SendingRow, t: TFunction): string {
  const { state } = row;
  if (row.underway) return t('sending.state.underway');
  switch (state.kind) {
    case 'waiting':
      return state.why === null
        ? t('sending.state.waiting')
        : t('sending.state.tried', { count: state.tries, why: whyWords(state.why) });
    case 'accepted':
      return t(row.outdated ? 'sending.state.outdated' : 'sending.state.accepted');
    case 'refused':
      return t('sending.state.refused', { time: moment(state.at), why: whyWords(state.code) });
    case 'withheld':
      return t('sending.state.withheld', { time: moment(state.at) });
    case 'erased':
      return t('sending.state.erased');
  }
}

/** What to do about a refusal; null where nothing was refused. */
export function nextStep({ state }: SendingRow): string | null {
  if (state.kind !== 'refused') return null;
  return lookUp(`sending.next.${state.code}`, {}) ?? lookUp('sending.next.refused', {});
}

/** What the server has of it; null where it has nothing. */
export function takenWords({ taken }: SendingRow, t: TFunction): string | null {
  if (taken === null) return null;
  const time = moment(taken.at);
  return taken.versionId === null
    ? t('sending.list.taken', { time })
    : t('sending.list.takenVersion', { time, version: taken.versionId });
}
