import type { core } from 'zod/mini';
import type { ProtocolIssue } from '../../shared/protocol/check-protocol.ts';
import { shownNumber } from './words.ts';

type Params = ProtocolIssue['params'];

/** What a field that is not as it should be was expected to be; limits as the form shows them (minutes, per cent). */
export function formIssue(found: core.$ZodIssue): ProtocolIssue {
  const path = found.path.map(String);
  const issue = (code: ProtocolIssue['code'], params: Params = {}) => ({ path: path.join('.'), code, params });
  const shown = (limit: number | bigint): string => shownNumber(path.at(-1) ?? '', Number(limit));
  if (found.code === 'too_small') {
    if (found.origin === 'string') return issue('formWords');
    return found.origin === 'array' ? issue('formEmpty') : issue('formLeast', { least: shown(found.minimum) });
  }
  if (found.code === 'too_big') {
    if (found.origin === 'string') return issue('formLetters', { most: Number(found.maximum) });
    return found.origin === 'array'
      ? issue('formParts', { most: Number(found.maximum) })
      : issue('formMost', { most: shown(found.maximum) });
  }
  if (found.code === 'invalid_type') {
    if (found.expected === 'int') return issue('formWhole');
    return issue(found.expected === 'number' ? 'formNumber' : found.expected === 'string' ? 'formWords' : 'form');
  }
  return issue('form');
}
