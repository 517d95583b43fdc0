import type { TFunction } from 'i18next';
import type { CheckItem } from '../../../shared/protocol/check-item.ts';
import { momentOf } from '../../../shared/protocol/check-value.ts';
import type { Protocol } from '../../../shared/protocol/schema.ts';
import type { Blocker } from '../../../shared/session/blockers.ts';
import { dayOf } from '../../i18n/format.ts';
import { lookUp } from '../../i18n/i18n.ts';
import { timeOfDay } from './format.ts';

/** An item in words: the catalogue's, or the clinic's own. */
export function itemWords(item: CheckItem): string {
  return item.label ?? (item.textKey === null ? null : lookUp(`check.${item.textKey}`, {})) ?? item.id;
}

/** A kept value in words; a moment with its day where that is not the day of `nowMs`. */
export function valueWords(item: CheckItem, value: string, nowMs: number): string {
  const at = momentOf(item.value, value);
  if (at === null) return value;
  return dayOf(at) === dayOf(nowMs) ? timeOfDay(at) : `${timeOfDay(at)}, ${dayOf(at)}`;
}

/** What blocks, in words. */
export function blockerWords(t: TFunction, blocker: Blocker, protocol: Protocol): string {
  const params = { ...blocker.params };
  const item = [...protocol.preChecks, ...protocol.recoveryChecks].find(
    (candidate) => candidate.id === params['itemId'],
  );
  if (item !== undefined) params['item'] = itemWords(item);
  if (typeof params['field'] === 'string')
    params['field'] = lookUp(`readings.field.${params['field']}`, {}) ?? params['field'];
  if (params['band'] === 'amber' || params['band'] === 'red') params['band'] = t(`readings.level.${params['band']}`);
  return lookUp(`blocker.${blocker.code}`, params) ?? blocker.code;
}
