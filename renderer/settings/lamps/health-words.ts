import type { TFunction } from 'i18next';
import type { AppStatus } from '../../../shared/ipc/contract.ts';
import type { LinkHealth } from '../../../shared/lights/lamps.ts';
import { dayOf, timeOfDay } from '../../i18n/format.ts';
import { lookUp } from '../../i18n/i18n.ts';

/** Why, in words; a code that nobody knows stands as it is. */
export function whyWords(code: string): string {
  return lookUp(`light.${code}`, {}) ?? code;
}

/** `14:05`, or with its day where that is another one than `nowMs`. */
export function sinceWords(since: number, nowMs: number): string {
  return dayOf(since) === dayOf(nowMs) ? timeOfDay(since) : `${dayOf(since)}, ${timeOfDay(since)}`;
}

export function linkWords(health: LinkHealth, nowMs: number, t: TFunction): string {
  if (health.kind !== 'lost') return t(`lamps.health.${health.kind}`);
  return t('lamps.health.lost', { time: sinceWords(health.since, nowMs), why: whyWords(health.code) });
}

type Lost = AppStatus['lampHealth']['lamps'][number]['lost'];

export function lampWords(lost: Lost, nowMs: number, t: TFunction): string {
  if (lost === null) return t('lamps.health.lampOk');
  return t('lamps.health.lamp', { time: sinceWords(lost.since, nowMs), why: whyWords(lost.code) });
}
