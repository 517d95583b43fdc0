import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesBetween,
  editDraft,
  historyOf,
  redoDraft,
  undoDraft,
  valueAt,
  withValue,
} from '../../../shared/protocol/edit-draft.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { blankOf, formOf, isGroup, type Draft, type FormNode } from '../../../shared/protocol/form.ts';
import { protocolSchema } from '../../../shared/protocol/schema.ts';

const protocol = defaultProtocol(0, 'Clinic') as unknown as Draft;

/** Every path of the protocol that ends in something that can be typed. */
function leaves(draft: Draft, path: readonly string[] = []): readonly (readonly string[])[] {
  if (Array.isArray(draft))
    return (draft as readonly Draft[]).flatMap((part, index) => leaves(part, [...path, String(index)]));
  return isGroup(draft) ? Object.entries(draft).flatMap(([key, part]) => leaves(part, [...path, key])) : [path];
}
/** Without the cue sheet, which is not typed here, and without what parts are known by. */
const paths = leaves(protocol).filter((path) => path[0] !== 'cues' && !['id', 'kind'].includes(path.at(-1) ?? ''));
const steps = fc.array(fc.tuple(fc.constantFrom(...paths), fc.oneof(fc.string(), fc.integer())), { maxLength: 12 });

/** Whether a form has a place for every part of a draft. */
function holds(node: FormNode, draft: Draft): boolean {
  if (node.kind === 'maybe') return draft === null || holds(node.inner, draft);
  if (node.kind === 'variants') return node.options.some((option) => holds(option, draft));
  if (node.kind === 'list')
    return Array.isArray(draft) && (draft as readonly Draft[]).every((part) => holds(node.item, part));
  if (node.kind !== 'object') return !isGroup(draft) && !Array.isArray(draft);
  const known = new Map(node.fields);
  return (
    isGroup(draft) &&
    Object.entries(draft).every(([key, part]) => {
      const field = known.get(key);
      return field !== undefined && holds(field, part);
    })
  );
}

describe('the form of a protocol', () => {
  it('has a place for every field of the protocol, and a blank part of each list can be made', () => {
    const form = formOf(protocolSchema);
    expect(holds(form, protocol)).toBe(true);
    expect(
      holds(
        form,
        blankOf(form, () => 'new'),
      ),
    ).toBe(true);
  });
});

describe('a protocol that is being edited', () => {
  it('says what was typed where it was typed, and nothing else changes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.string(), (path, value) => {
        const next = withValue(protocol, path, value);
        expect(valueAt(next, path)).toBe(value);
        const changes = changesBetween(protocol, next);
        expect(changes.map((change) => change.path)).toEqual(valueAt(protocol, path) === value ? [] : [path]);
      }),
    );
  });

  it('goes back step by step to what it was, and forth again', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const first = historyOf(protocol);
        const last = all.reduce(
          (history, [path, value]) => editDraft(history, withValue(history.now, path, value), null),
          first,
        );
        const back = last.past.reduce(undoDraft, last);
        expect(back.now).toEqual(protocol);
        expect(back.future.reduce(redoDraft, back).now).toEqual(last.now);
      }),
      { numRuns: 50 },
    );
  });

  it('typing on in one field is one step', () => {
    const typed = ['O', 'Ou', 'Our', 'Ours'].reduce(
      (history, title) => editDraft(history, withValue(history.now, ['title'], title), 'title'),
      historyOf(protocol),
    );
    expect(typed.past).toHaveLength(1);
    expect(undoDraft(typed).now).toEqual(protocol);
  });

  it('a part that is added, taken out or put elsewhere is one difference', () => {
    const list = valueAt(protocol, ['preChecks']) as readonly Draft[];
    const put = (parts: readonly Draft[]): Draft => withValue(protocol, ['preChecks'], parts);
    expect(changesBetween(protocol, put(list.slice(1)))).toMatchObject([{ path: ['preChecks', '0'], to: undefined }]);
    expect(changesBetween(put(list.slice(1)), protocol)).toMatchObject([{ path: ['preChecks', '0'], from: undefined }]);
    expect(changesBetween(protocol, put(list.toReversed()))).toEqual([{ path: ['preChecks'], from: null, to: null }]);
  });
});
