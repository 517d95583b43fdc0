import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CueChange } from '../../shared/cues/diff-cues.ts';
import type { DraftChange } from '../../shared/protocol/edit-draft.ts';
import type { Draft } from '../../shared/protocol/form.ts';
import { changeWords as cueChangeWords } from '../cues/cue-words.ts';
import { changeWords } from './words.ts';
import styles from './protocol.module.css';

export interface ChangeListProps {
  readonly before: Draft;
  readonly after: Draft;
  readonly changes: readonly DraftChange[];
  /** Cues one by one, or how many of them differ. */
  readonly cues: readonly CueChange[] | number;
}

/** What differs between two protocols, in plain words. */
export function ChangeList({ before, after, changes, cues }: ChangeListProps): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={`${change.path.join('.')} ${String(change.to === undefined)}`}>
          {changeWords(change, before, after, t)}
        </li>
      ))}
      {typeof cues !== 'number'
        ? cues.map((change) => (
            <li key={`cue ${'cue' in change ? change.cue.id : change.after.id}`}>{cueChangeWords(t, change)}</li>
          ))
        : cues === 0
          ? null
          : [<li key="cues">{t('protocolEditor.cues', { count: cues })}</li>]}
    </ul>
  );
}
