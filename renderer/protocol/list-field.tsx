import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { blankOf, isGroup, type Draft, type FormNode } from '../../shared/protocol/form.ts';
import { Button } from '../ui/button.tsx';
import { newId, type FormPart } from './form-part.ts';
import { placeOf } from './use-way-to.ts';
import { fieldWords, partWords } from './words.ts';
import styles from './protocol.module.css';

/** A list: each part opens under its name; added, taken out, put earlier or later. */
export function ListField({
  part,
  item,
  error,
  draw,
}: {
  readonly part: FormPart;
  readonly item: FormNode;
  readonly error: string | null;
  readonly draw: (part: FormPart) => ReactElement;
}): ReactElement {
  const { t } = useTranslation();
  const { path, value, issues, mayEdit, onSet } = part;
  const parts: readonly Draft[] = Array.isArray(value) ? (value as readonly Draft[]) : [];
  const at = path.join('.');
  const swap = (index: number): void => {
    const one = parts[index];
    const next = parts[index + 1];
    if (one === undefined || next === undefined) return;
    onSet(path, [...parts.slice(0, index), next, one, ...parts.slice(index + 2)], null);
  };
  return (
    <fieldset className={styles.group} {...placeOf(path)}>
      <legend>{fieldWords(path.at(-1) ?? '')}</legend>
      {error === null ? null : <strong className={styles.error}>▲ {error}</strong>}
      {parts.map((one, index) => {
        const wrong = issues.some((issue) => issue.path.startsWith(`${at}.${index}.`));
        const words = partWords(one, t);
        return (
          <details
            key={isGroup(one) && typeof one['id'] === 'string' ? one['id'] : index}
            {...placeOf([...path, String(index)])}
            className={styles.part}
          >
            <summary>
              {wrong ? <strong className={styles.error}>▲ </strong> : null}
              {words}
            </summary>
            {draw({ ...part, node: item, path: [...path, String(index)], value: one })}
            {mayEdit ? (
              <div className={styles.row}>
                <Button
                  aria-label={`${t('protocolEditor.up')}: ${words}`}
                  disabled={index === 0}
                  onClick={() => swap(index - 1)}
                >
                  {t('protocolEditor.up')}
                </Button>
                <Button
                  aria-label={`${t('protocolEditor.down')}: ${words}`}
                  disabled={index === parts.length - 1}
                  onClick={() => swap(index)}
                >
                  {t('protocolEditor.down')}
                </Button>
                <Button
                  aria-label={`${t('protocolEditor.remove')}: ${words}`}
                  onClick={() =>
                    onSet(
                      path,
                      parts.filter((_, other) => other !== index),
                      null,
                    )
                  }
                >
                  {t('protocolEditor.remove')}
                </Button>
              </div>
            ) : null}
          </details>
        );
      })}
      {mayEdit ? (
        <Button
          aria-label={`${t('protocolEditor.add')}: ${fieldWords(path.at(-1) ?? '')}`}
          onClick={() => onSet(path, [...parts, blankOf(item, newId)], null)}
        >
          {t('protocolEditor.add')}
        </Button>
      ) : null}
    </fieldset>
  );
}
