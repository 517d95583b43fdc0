import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fileKinds, type FileKindOfExport } from '../../../shared/export/kinds.ts';
import { Button } from '../../ui/button.tsx';
import styles from './export.module.css';

export interface KindListProps {
  readonly disabled: boolean;
  /** Practice is never written as somebody's record. */
  readonly practice: boolean;
  readonly onPick: (kind: FileKindOfExport) => void;
}

/** The kinds of files, each with what it is good for. */
export function KindList({ disabled, practice, onPick }: KindListProps): ReactElement {
  const { t } = useTranslation();
  const kinds = fileKinds.filter((kind) => !(practice && kind === 'fhir'));
  return (
    <ul className={styles.kinds}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Button disabled={disabled} aria-describedby={`export-${kind}`} onClick={() => onPick(kind)}>
            {t(`exporting.kind.${kind}.name`)}
          </Button>
          <p id={`export-${kind}`}>{t(`exporting.kind.${kind}.hint`)}</p>
        </li>
      ))}
    </ul>
  );
}
