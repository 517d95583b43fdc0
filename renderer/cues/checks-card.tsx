import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { momentOf, type SheetIssue } from '../../shared/cues/check-sheet.ts';
import type { Sheet } from '../../shared/cues/planned.ts';
import { Card } from '../ui/card.tsx';
import { cueAtWords } from './cue-words.ts';
import styles from './cues.module.css';

export interface ChecksCardProps {
  readonly issues: readonly SheetIssue[];
  readonly sheet: Sheet;
  /** Minutes that the sheet is forecast for; null: as it is drawn. */
  readonly forecast: number | null;
  readonly onChoose: (cueId: string) => void;
}

/** What the rules say of the sheet, in the order of time; a press leads to the cue. */
export function ChecksCard({ issues, sheet, forecast, onChoose }: ChecksCardProps): ReactElement {
  const { t } = useTranslation();
  const ordered = issues.toSorted((a, b) => momentOf(sheet, a.cueId) - momentOf(sheet, b.cueId));
  return (
    <Card
      title={t('cueSheet.checks')}
      aside={
        forecast === null ? null : <span className={styles.soft}>{t('cueSheet.checksFor', { count: forecast })}</span>
      }
    >
      {ordered.length === 0 ? <p className={styles.soft}>✓ {t('cueSheet.checksNone')}</p> : null}
      <ul className={styles.bars}>
        {ordered.map((issue) => (
          <li key={`${issue.code} ${issue.cueId ?? ''}`}>
            <IssueLine issue={issue} sheet={sheet} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** One thing about the sheet in words; a button where it is about a cue. */
export function IssueLine({
  issue,
  sheet,
  onChoose,
}: {
  readonly issue: SheetIssue;
  readonly sheet: Sheet;
  readonly onChoose: ((cueId: string) => void) | null;
}): ReactElement {
  const { t } = useTranslation();
  const cue = sheet.cues.find(({ id }) => id === issue.cueId) ?? null;
  const words = (
    <>
      <span className={issue.kind === 'refusal' ? styles.refusal : styles.warning}>
        {issue.kind === 'refusal' ? '▲' : '◆'} {t(`cueSheet.issue.${issue.code}`)}
      </span>
      {cue === null ? null : <span className={styles.soft}>{cueAtWords(t, cue)}</span>}
    </>
  );
  return cue === null || onChoose === null ? (
    <span className={styles.issue}>{words}</span>
  ) : (
    <button type="button" className={styles.issue} onClick={() => onChoose(cue.id)}>
      {words}
    </button>
  );
}
