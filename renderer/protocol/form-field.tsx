import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { blankOf, isGroup, variantOf, type Draft, type FormNode } from '../../shared/protocol/form.ts';
import { lookUp } from '../i18n/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx';
import { newId, type FormPart } from './form-part.ts';
import { ItemChoice } from './item-choice.tsx';
import { ListField } from './list-field.tsx';
import { placeOf } from './use-way-to.ts';
import { choiceWords, fieldWords, keptNumber, scaleOf, shownNumber } from './words.ts';
import styles from './protocol.module.css';

/** Names and keys that nobody types, and what the versions themselves say. */
const hidden: readonly string[] = ['id', 'textKey', 'setAt', 'schemaVersion', 'version', 'author', 'madeAt', 'cues'];

/** One part of the protocol by its form, with what is wrong beside it. */
export function FormField(part: FormPart): ReactElement | null {
  const { t } = useTranslation();
  const { node, path, value, issues, mayEdit, onSet } = part;
  const key = path.at(-1) ?? '';
  const label = fieldWords(key);
  const at = path.join('.');
  const wrong = issues.find((issue) => issue.path === at);
  const error = wrong === undefined ? null : lookUp(`protocolEditor.issue.${wrong.code}`, wrong.params);
  const given = (next: Draft, typed = false): void => onSet(path, next, typed ? at : null);
  switch (node.kind) {
    case 'object':
      return <GroupField part={part} fields={node.fields} />;
    case 'list':
      return <ListField part={part} item={node.item} error={error} draw={(one) => <FormField {...one} />} />;
    case 'variants': {
      const shown = variantOf(node.options, value);
      return shown === undefined ? null : <VariantField part={part} options={node.options} shown={shown} />;
    }
    case 'text':
      if (key === 'itemId') return <ItemChoice part={part} error={error} />;
      return (
        <Field label={label} error={error} className={styles.wide}>
          {(control) => (
            <TextArea
              {...control}
              {...placeOf(path)}
              rows={1}
              readOnly={!mayEdit}
              value={typeof value === 'string' ? value : ''}
              onChange={(event) => given(event.target.value, true)}
            />
          )}
        </Field>
      );
    case 'number':
      return <NumberField key={mayEdit ? 'edit' : 'read'} part={part} error={error} />;
    case 'flag':
      return (
        <label className={styles.flag}>
          <input
            type="checkbox"
            {...placeOf(path)}
            disabled={!mayEdit}
            checked={value === true}
            onChange={() => given(value !== true)}
          />
          {label}
        </label>
      );
    case 'choice':
      return (
        <Field label={label} error={error}>
          {(control) => (
            <Select
              {...control}
              {...placeOf(path)}
              disabled={!mayEdit}
              value={typeof value === 'string' ? value : ''}
              onChange={(event) => given(event.target.value)}
            >
              {node.options.map((option) => (
                <option key={option} value={option}>
                  {choiceWords(option)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      );
    case 'maybe':
      if (value === null)
        return (
          <div className={styles.maybe}>
            <span>
              {label}: {t('protocolEditor.none')}
            </span>
            {error === null ? null : <strong className={styles.error}>▲ {error}</strong>}
            {mayEdit ? (
              <Button
                {...placeOf(path)}
                aria-label={`${t('protocolEditor.set')}: ${label}`}
                onClick={() => given(blankOf(node.inner, newId))}
              >
                {t('protocolEditor.set')}
              </Button>
            ) : null}
          </div>
        );
      return (
        <div className={node.inner.kind === 'object' || node.inner.kind === 'variants' ? styles.whole : styles.maybe}>
          <FormField {...part} node={node.inner} />
          {mayEdit ? (
            <Button aria-label={`${t('protocolEditor.none')}: ${label}`} onClick={() => given(null)}>
              {t('protocolEditor.none')}
            </Button>
          ) : null}
        </div>
      );
  }
}

function GroupField({
  part,
  fields,
}: {
  readonly part: FormPart;
  readonly fields: readonly (readonly [string, FormNode])[];
}): ReactElement {
  const { path, value } = part;
  const group = isGroup(value) ? value : {};
  const shown = fields.filter(([key]) => !hidden.includes(key));
  const inner = shown.map(([key, node]) => (
    <FormField key={key} {...part} node={node} path={[...path, key]} value={group[key] ?? null} />
  ));
  const key = path.at(-1) ?? '';
  // A part of a list has its name from the list.
  if (key === '' || /^\d+$/u.test(key)) return <div className={styles.fields}>{inner}</div>;
  return (
    <fieldset className={styles.group} {...placeOf(path)}>
      <legend>{fieldWords(key)}</legend>
      <div className={styles.fields}>{inner}</div>
    </fieldset>
  );
}

function VariantField({
  part,
  options,
  shown,
}: {
  readonly part: FormPart;
  readonly options: readonly FormNode[];
  readonly shown: FormNode;
}): ReactElement {
  const { path, mayEdit, onSet } = part;
  const names = options.map((option) => {
    const [, first] = (option.kind === 'object' ? option.fields[0] : undefined) ?? [];
    return first?.kind === 'choice' ? (first.options[0] ?? '') : '';
  });
  const at = options.indexOf(shown);
  const rest: FormNode = shown.kind === 'object' ? { kind: 'object', fields: shown.fields.slice(1) } : shown;
  return (
    <>
      <Field label={fieldWords(path.at(-1) ?? '')}>
        {(control) => (
          <Select
            {...control}
            disabled={!mayEdit}
            value={names[at] ?? ''}
            onChange={(event) => {
              const option = options[names.indexOf(event.target.value)];
              if (option !== undefined) onSet(path, blankOf(option, newId), null);
            }}
          >
            {names.map((name) => (
              <option key={name} value={name}>
                {choiceWords(name)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <FormField {...part} node={rest} />
    </>
  );
}

/** What was typed stays as it was typed; what is no number is kept as nothing, and refused at its field. */
function NumberField({ part, error }: { readonly part: FormPart; readonly error: string | null }): ReactElement {
  const { t } = useTranslation();
  const { path, value, mayEdit, onSet } = part;
  const key = path.at(-1) ?? '';
  const shown = typeof value === 'number' ? shownNumber(key, value) : '';
  const [typed, setTyped] = useState(shown);
  const current = keptNumber(key, typed) === value || (value === null && keptNumber(key, typed) === null);
  const name = fieldWords(key);
  const scale = scaleOf(key);
  const label = scale === 'plain' ? name : t(`protocolEditor.${scale}`, { name });
  return (
    <Field label={label} error={error}>
      {(control) => (
        <TextInput
          {...control}
          {...placeOf(path)}
          inputMode="decimal"
          readOnly={!mayEdit}
          value={current ? typed : shown}
          className={styles.number}
          onChange={(event) => {
            setTyped(event.target.value);
            onSet(path, keptNumber(key, event.target.value), path.join('.'));
          }}
        />
      )}
    </Field>
  );
}
