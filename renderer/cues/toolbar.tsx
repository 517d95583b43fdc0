import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cue } from '../../shared/cues/cue.ts';
import { MOST_CUES } from '../../shared/cues/check-sheet.ts';
import { forecastMinutes } from '../../shared/cues/edit-sheet.ts';
import { useShortcut } from '../client/shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { newCue, type OpenSheet } from './open-sheet.ts';
import type { SheetActs, SheetResult } from './use-sheet.ts';
import styles from './cues.module.css';

export interface ToolbarProps {
  readonly open: OpenSheet;
  readonly result: SheetResult;
  readonly unsaved: boolean;
  readonly mayEdit: boolean;
  /** Length that the sheet is shown for. */
  readonly minutes: number;
  readonly acts: SheetActs;
  readonly onMinutes: (minutes: number) => void;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
  readonly onPreview: () => void;
}

/** Everything that is done with the sheet as a whole; what is done with one cue stands beside it. */
export function Toolbar(props: ToolbarProps): ReactElement {
  const { open, result, unsaved, mayEdit, minutes, acts, onMinutes, onDiscard, onSave, onPreview } = props;
  const { t } = useTranslation();
  const { past, now, future } = open.history;
  const base = open.protocol.infusionMs / 60_000;
  const drawing = mayEdit && minutes === base;
  const canSave = mayEdit && unsaved && result !== 'saving';
  const add = (kind: Cue['action']['kind']) => (): void => {
    const cue = newCue(kind, crypto.randomUUID(), open);
    acts.edit({ type: 'add', cue });
    acts.choose(cue.id);
  };
  useShortcut('Ctrl+z', t('cueSheet.undo'), () => (drawing ? acts.edit('undo') : undefined));
  useShortcut('Ctrl+Shift+Z', t('cueSheet.redo'), () => (drawing ? acts.edit('redo') : undefined));
  useShortcut('Ctrl+s', t('common.save'), () => (canSave ? onSave() : undefined));
  const saved = typeof result === 'object' && result !== null && 'saved' in result ? result.saved : null;
  const said = unsaved ? t('cueSheet.unsavedChanges') : saved === null ? '' : t('cueSheet.saved', { version: saved });
  const lengths = [...new Set([...forecastMinutes, base])].toSorted((a, b) => a - b);
  return (
    <div className={styles.bars}>
      <div className={styles.row}>
        <Button disabled={!drawing || past.length === 0} keyLabel="Ctrl+Z" onClick={() => acts.edit('undo')}>
          {t('cueSheet.undo')}
        </Button>
        <Button disabled={!drawing || future.length === 0} onClick={() => acts.edit('redo')}>
          {t('cueSheet.redo')}
        </Button>
        {(['scene', 'music', 'prompt'] as const).map((kind) => (
          <Button key={kind} disabled={!drawing || now.length >= MOST_CUES} onClick={add(kind)}>
            +{' '}
            {t(kind === 'scene' ? 'cueSheet.addLight' : kind === 'music' ? 'cueSheet.addMusic' : 'cueSheet.addPrompt')}
          </Button>
        ))}
        <label className={styles.length}>
          <span className={styles.soft}>{t('cueSheet.shownFor')}</span>
          <Select value={minutes} onChange={(event) => onMinutes(Number(event.target.value))}>
            {lengths.map((count) => (
              <option key={count} value={count}>
                {t('cueSheet.minutes', { count })}
              </option>
            ))}
          </Select>
        </label>
        <Button onClick={onPreview}>▷ {t('cueSheet.preview')}</Button>
      </div>
      <div className={styles.row}>
        <span role="status" className={styles.soft}>
          {said === '' && drawing ? t('cueSheet.keys') : said === '' && !mayEdit ? t('cueSheet.lookOnly') : said}
        </span>
        <span className={styles.space} />
        <Button disabled={!unsaved} onClick={onDiscard}>
          {t('cueSheet.discard')}
        </Button>
        <Button tone="primary" disabled={!canSave} onClick={onSave}>
          {t('cueSheet.save')}
        </Button>
      </div>
    </div>
  );
}
