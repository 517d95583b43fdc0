import type { TFunction } from 'i18next';
import type { CheckItem } from '../../../shared/protocol/check-item.ts';
import type { Protocol } from '../../../shared/protocol/schema.ts';
import type { Blocker } from '../../../shared/session/blockers.ts';
import { lookUp } from '../../i18n/i18n.ts';

/** An item in words: the catalogue's, or the clinic's own. */
export function itemWords(item: CheckItem): string {
  return item.label ?? (item.textKey === null ? null : lookUp(`check.${item.textKey}`, {})) ?? item.id;
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
