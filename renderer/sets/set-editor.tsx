import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { ListedTrack } from '../../shared/music/library.ts';
import type { SetEdit } from '../../shared/music/set-edit.ts';
import { useShortcut } from '../client/shortcuts.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { AddTracks } from './add-tracks.tsx';
import { isUnsaved, whyNot, type OpenSet } from './open-set.ts';
import { TrackList } from './track-list.tsx';
import styles from './sets.module.css';

export interface SetEditorProps {
  readonly open: OpenSet;
  readonly tracks: readonly ListedTrack[];
  readonly bedId: string | null;
  readonly result: Failure | 'saving' | 'saved' | null;
  readonly onEdit: (edit: SetEdit | 'undo' | 'redo') => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onRemove: () => void;
}

/** One of the clinic's own sets, to be changed. */
export function SetEditor(props: SetEditorProps): ReactElement {
  const { open, tracks, bedId, result, onEdit, onSave, onDiscard, onRemove } = props;
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { past, now, future } = open.history;
  const unsaved = isUnsaved(open);
  const missing = whyNot(now);
  const canSave = unsaved && missing === null && result !== 'saving';
  useShortcut('Ctrl+z', t('musicSets.undo'), () => onEdit('undo'));
  useShortcut('Ctrl+Shift+Z', t('musicSets.redo'), () => onEdit('redo'));
  useShortcut('Ctrl+s', t('common.save'), () => (canSave ? onSave() : undefined));
  const said =
    result === 'saved' && !unsaved
      ? t('musicSets.saved')
      : unsaved
        ? missing === 'needTrack'
          ? t('musicSets.needTrack')
          : t('musicSets.unsavedChanges')
        : '';
  const failed = result !== null && typeof result === 'object' ? failureText(result) : null;
  return (
    <div className={styles.column}>
      <Card title={null} label={now.title}>
        <div className={styles.bars}>
          <div className={styles.pair}>
            <Field
              label={t('musicSets.name')}
              error={unsaved && missing === 'nameMissing' ? t('musicSets.nameMissing') : null}
            >
              {(control) => (
                <TextInput
                  {...control}
                  value={now.title}
                  maxLength={60}
                  onChange={(event) => onEdit({ type: 'title', text: event.target.value })}
                />
              )}
            </Field>
            <Field label={t('musicSets.description')}>
              {(control) => (
                <TextInput
                  {...control}
                  value={now.description}
                  maxLength={200}
                  onChange={(event) => onEdit({ type: 'description', text: event.target.value })}
                />
              )}
            </Field>
          </div>
          {failed === null ? null : (
            <Banner tone="red">
              {failed.say} {failed.next}
            </Banner>
          )}
          <div className={styles.row}>
            <Button disabled={past.length === 0} keyLabel="Ctrl+Z" onClick={() => onEdit('undo')}>
              {t('musicSets.undo')}
            </Button>
            <Button disabled={future.length === 0} onClick={() => onEdit('redo')}>
              {t('musicSets.redo')}
            </Button>
            <Button onClick={() => setAdding(true)}>+ {t('musicSets.add')}</Button>
            <Button pressed={now.forOne === true} onClick={() => onEdit({ type: 'forOne', on: now.forOne !== true })}>
              {now.forOne === true ? t('musicSets.forOneOn') : t('musicSets.forOne')}
            </Button>
            <span className={styles.space} />
            <span role="status" className={styles.soft}>
              {said}
            </span>
          </div>
          <div className={styles.row}>
            {open.setId === null ? null : (
              <Button tone="quiet" onClick={onRemove}>
                {t('musicSets.remove')}
              </Button>
            )}
            <span className={styles.space} />
            <Button disabled={!unsaved} onClick={onDiscard}>
              {t('musicSets.discard')}
            </Button>
            <Button tone="primary" disabled={!canSave} onClick={onSave}>
              {t('common.save')}
            </Button>
          </div>
        </div>
      </Card>
      <Card
        title={t('musicSets.tracks', { count: now.entries.length })}
        aside={<span className={styles.soft}>{t('musicSets.keys')}</span>}
        className={styles.tracks}
      >
        <TrackList entries={now.entries} tracks={tracks} onEdit={onEdit} />
      </Card>
      {adding ? (
        <AddTracks
          tracks={tracks.filter(({ id, missing: gone }) => !gone && id !== bedId)}
          inSet={new Set(now.entries.map(({ trackId }) => trackId))}
          onAdd={({ id, phase, intensity }) => onEdit({ type: 'add', entries: [{ trackId: id, phase, intensity }] })}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}

/** A built-in set, to look at and to copy. */
export function SetView({
  open,
  tracks,
  onCopy,
}: Pick<SetEditorProps, 'open' | 'tracks'> & { readonly onCopy: () => void }): ReactElement {
  const { t } = useTranslation();
  const { title, description, entries } = open.saved;
  return (
    <div className={styles.column}>
      <Card title={title}>
        <div className={styles.bars}>
          <p>{description}</p>
          <div className={styles.row}>
            <span className={styles.soft}>{t('musicSets.readOnly')}</span>
            <span className={styles.space} />
            <Button tone="primary" onClick={onCopy}>
              {t('musicSets.copy')}
            </Button>
          </div>
          <TrackList entries={entries} tracks={tracks} onEdit={null} />
        </div>
      </Card>
    </div>
  );
}
