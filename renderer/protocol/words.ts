import type { TFunction } from 'i18next';
import { isGroup, type Draft } from '../../shared/protocol/form.ts';
import { valueAt, type DraftChange } from '../../shared/protocol/edit-draft.ts';
import { lookUp } from '../i18n/i18n.ts';

const MINUTE = 60_000;

/** `amberLow` as `amber low`, for what has no words of its own yet. */
function plain(key: string): string {
  return key.replaceAll(/([A-Z])/gu, ' $1').toLowerCase();
}

export function fieldWords(key: string): string {
  return lookUp(`protocolEditor.field.${key}`, {}) ?? plain(key.replace(/Ms$/u, ''));
}

export function choiceWords(option: string): string {
  return lookUp(`protocolEditor.choice.${option}`, {}) ?? lookUp(`events.kind.${option}`, {}) ?? plain(option);
}

/** How a number of the protocol is shown: durations in minutes, shares in per cent. */
export function scaleOf(key: string): 'minutes' | 'percent' | 'plain' {
  if (key.endsWith('Ms')) return 'minutes';
  return key === 'share' ? 'percent' : 'plain';
}

const factors = { minutes: 1 / MINUTE, percent: 100, plain: 1 } as const;

export function shownNumber(key: string, value: number): string {
  return String(Number((value * factors[scaleOf(key)]).toFixed(2)));
}

/** What was typed, as it is kept; null where it is no number. */
export function keptNumber(key: string, typed: string): number | null {
  const text = typed.trim().replace(',', '.').replace('−', '-');
  if (!/^-?\d+(\.\d+)?$/u.test(text)) return null;
  const value = Number(text) / factors[scaleOf(key)];
  return scaleOf(key) === 'minutes' ? Math.round(value) : Number(value.toFixed(4));
}

/** A part of a list in a few words. */
export function partWords(part: Draft | undefined, t: TFunction): string {
  if (!isGroup(part)) return typeof part === 'string' ? part : t('protocolEditor.unnamed');
  const textKey = part['textKey'];
  const named =
    part['label'] ?? (typeof textKey === 'string' ? lookUp(`check.${textKey}`, {}) : null) ?? part['drug'] ?? null;
  if (typeof named === 'string' && named !== '') return named;
  const { from, offsetMs, kind } = part;
  if (typeof from === 'string' && typeof offsetMs === 'number')
    return `${choiceWords(from)} +${shownNumber('offsetMs', offsetMs)} min`;
  return typeof kind === 'string' ? choiceWords(kind) : t('protocolEditor.unnamed');
}

/** Fields whose text is one of several that the editor has words for. */
const choices: readonly string[] = ['group', 'answer', 'stops', 'from', 'kind', 'scale', 'sedation', 'language'];

function valueWords(key: string, value: Draft | undefined, t: TFunction): string {
  if (value === null || value === undefined || value === '') return t('protocolEditor.none');
  if (typeof value === 'number') return shownNumber(key, value);
  if (typeof value === 'boolean') return t(value ? 'protocolEditor.yes' : 'protocolEditor.no');
  if (typeof value === 'string') return choices.includes(key) ? choiceWords(value) : `“${value}”`;
  return t('protocolEditor.set');
}

/** Where a field stands, in words: `Bands, Systolic, Amber from`. */
export function pathWords(path: readonly string[], draft: Draft, t: TFunction): string {
  return path
    .map((key, index) =>
      /^\d+$/u.test(key) ? partWords(valueAt(draft, path.slice(0, index + 1)), t) : fieldWords(key),
    )
    .join(', ');
}

/** One difference in plain words. */
export function changeWords({ path, from, to }: DraftChange, before: Draft, after: Draft, t: TFunction): string {
  const what = pathWords(path, to === undefined ? before : after, t);
  if (from === undefined) return t('protocolEditor.added', { what });
  if (to === undefined) return t('protocolEditor.removed', { what });
  if (from === null && to === null) return t('protocolEditor.moved', { what });
  const key = path.at(-1) ?? '';
  if (key === 'itemId') {
    const [list = ''] = path;
    const named = (draft: Draft, id: Draft): string => {
      const items = valueAt(draft, [list]);
      const item = Array.isArray(items) ? items.find((one: Draft) => isGroup(one) && one['id'] === id) : undefined;
      return partWords(item, t);
    };
    return t('protocolEditor.changed', { what, from: named(before, from), to: named(after, to) });
  }
  return t('protocolEditor.changed', { what, from: valueWords(key, from, t), to: valueWords(key, to, t) });
}
