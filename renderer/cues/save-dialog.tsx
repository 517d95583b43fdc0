import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { maySave, type SheetIssue } from '../../shared/cues/check-sheet.ts';
import type { Cue } from '../../shared/cues/cue.ts';
import { diffCues } from '../../shared/cues/diff-cues.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { IssueLine } from './checks-card.tsx';
import { changeWords } from './cue-words.ts';
import styles from './cues.module.css';

export interface SaveDialogProps {
  readonly before: Protocol;
  readonly cues: readonly Cue[];
  readonly issues: readonly SheetIssue[];
  readonly saving: boolean;
  readonly onClose: () => void;
  readonly onSave: (note: string) => void;
}

/** What is different, what may not be meant, and why: then the next version is made. */
export function SaveDialog({ before, cues, issues, saving, onClose, onSave }: SaveDialogProps): ReactElement {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const version = before.version + 1;
  const sheet = { cues, infusionMs: before.infusionMs };
  const allowed = maySave(issues);
  return (
    <Dialog
      title={t('cueSheet.saveTitle', { version })}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={!allowed || saving} onClick={() => onSave(note.trim())}>
            {issues.length === 0 || !allowed
              ? t('cueSheet.saveDo', { version })
              : t('cueSheet.saveAnyway', { version })}
          </Button>
        </>
      }
    >
      <p>{t('cueSheet.saveText')}</p>
      <section aria-label={t('cueSheet.saveChanges')}>
        <strong>{t('cueSheet.saveChanges')}</strong>
        <ul className={styles.changes}>
          {diffCues(before.cues, cues).map((change) => (
            <li key={'cue' in change ? change.cue.id : change.after.id}>{changeWords(t, change)}</li>
          ))}
        </ul>
      </section>
      {issues.length === 0 ? null : (
        <section aria-label={t('cueSheet.saveWarnings')}>
          <strong>{t('cueSheet.saveWarnings')}</strong>
          <ul className={styles.changes}>
            {issues.map((issue) => (
              <li key={`${issue.code} ${issue.cueId ?? ''}`}>
                <IssueLine issue={issue} sheet={sheet} onChoose={null} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Field label={t('cueSheet.note')}>
        {(control) => (
          <TextInput {...control} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
