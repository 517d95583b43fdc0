import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { valueAt } from '../../shared/protocol/edit-draft.ts';
import { isGroup, type Draft } from '../../shared/protocol/form.ts';
import { Field, Select } from '../ui/field.tsx';
import type { FormPart } from './form-part.ts';
import { placeOf } from './use-way-to.ts';
import { fieldWords, partWords } from './words.ts';

/** On which item of the same list this one hangs: by its words, one that stands before it. */
export function ItemChoice({ part, error }: { readonly part: FormPart; readonly error: string | null }): ReactElement {
  const { t } = useTranslation();
  const { path, root, value, mayEdit, onSet } = part;
  const [list = '', index = '0'] = path;
  const items = valueAt(root, [list]);
  const before = (Array.isArray(items) ? (items as readonly Draft[]) : []).slice(0, Number(index));
  const known = before.flatMap((item) => {
    const id = isGroup(item) ? item['id'] : null;
    return typeof id === 'string' ? [{ id, words: partWords(item, t) }] : [];
  });
  const chosen = known.find(({ id }) => id === value)?.id ?? '';
  return (
    <Field label={fieldWords('itemId')} error={error}>
      {(control) => (
        <Select
          {...control}
          {...placeOf(path)}
          disabled={!mayEdit}
          value={chosen}
          onChange={(event) => onSet(path, event.target.value, null)}
        >
          <option value="">{t('protocolEditor.choose')}</option>
          {known.map(({ id, words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
