import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportKind } from '../../../shared/export/kinds.ts';
import { Button } from '../../ui/button.tsx';
import styles from './export.module.css';

export interface KindListProps<K extends ExportKind> {
  readonly kinds: readonly K[];
  readonly disabled: boolean;
  /** Practice is never written as somebody's record. */
  readonly practice: boolean;
  readonly onPick: (kind: K) => void;
}

/** The kinds of files, each with what it is good for. */
export function KindList<K extends ExportKind>({ kinds, disabled, practice, onPick }: KindListProps<K>): ReactElement {
  const { t } = useTranslation();
  const offered = kinds.filter((kind) => !(practice && kind === 'fhir'));
  return (
    <ul className={styles.kinds}>
      {offered.map((kind) => {
        const named: ExportKind = kind;
        return (
          <li key={kind}>
            <Button disabled={disabled} aria-describedby={`export-${kind}`} onClick={() => onPick(kind)}>
              {t(`exporting.kind.${named}.name`)}
            </Button>
            <p id={`export-${kind}`}>{t(`exporting.kind.${named}.hint`)}</p>
          </li>
        );
      })}
    </ul>
  );
}
