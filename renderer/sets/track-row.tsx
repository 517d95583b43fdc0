import { useState, type DragEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedTrack } from '../../shared/music/library.ts';
import type { SetEntry } from '../../shared/music/own-sets.ts';
import type { SetEdit } from '../../shared/music/set-edit.ts';
import { musicPhases } from '../../shared/music/set.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { trackWords } from './track-words.ts';
import styles from './sets.module.css';

/** What a dragged track is known by; nothing else that is dropped here is taken. */
export const DRAGGED = 'application/x-stillroom-track';

export interface TrackRowProps {
  readonly entry: SetEntry;
  /** Undefined where the library has it no more. */
  readonly track: ListedTrack | undefined;
  /** Null: built in, to look at. */
  readonly onEdit: ((edit: SetEdit) => void) | null;
  /** Moves it by one; the key or button that did keeps the focus. */
  readonly onStep: (by: -1 | 1, control: string) => void;
  /** First of all in the first phase, or last of all in the last one: it can go no further. */
  readonly edge: 'first' | 'last' | null;
}

/** One track of a set, with its place, phase and strength there. */
export function TrackRow({ entry, track, onEdit, onStep, edge }: TrackRowProps): ReactElement {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const { trackId } = entry;
  const gone = track === undefined || track.missing;
  const title = track?.title ?? t('musicSets.gone');
  const words = (
    <span className={styles.words}>
      <strong>{title}</strong>
      <span className={styles.soft}>{gone ? t('musicSets.goneHint') : trackWords(t, track)}</span>
    </span>
  );
  if (onEdit === null)
    return (
      <li className={styles.track}>
        {words}
        <span className={styles.soft}>{t('musicSets.intensity', { count: entry.intensity })}</span>
      </li>
    );
  const key = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const control = event.target instanceof HTMLElement ? (event.target.dataset['control'] ?? 'up') : 'up';
    onStep(event.key === 'ArrowUp' ? -1 : 1, control);
  };
  const step = (control: 'up' | 'down', by: -1 | 1, stuck: boolean, sign: string) => (
    <Button
      className={styles.step}
      data-control={control}
      aria-label={t(`musicSets.${control}`, { title })}
      aria-disabled={stuck}
      onClick={() => (stuck ? undefined : onStep(by, control))}
    >
      {sign}
    </Button>
  );
  const drop = (event: DragEvent): void => {
    setOver(false);
    const dragged = event.dataTransfer.getData(DRAGGED);
    if (dragged === '') return;
    event.preventDefault();
    onEdit({ type: 'place', trackId: dragged, phase: entry.phase, before: trackId });
  };
  return (
    <li
      className={styles.track}
      data-track={trackId}
      data-over={over}
      draggable
      onKeyDown={key}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, trackId)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {step('up', -1, edge === 'first', '▲')}
      {step('down', 1, edge === 'last', '▼')}
      {words}
      <Select
        className={styles.small}
        data-control="phase"
        aria-label={t('musicSets.phaseOf', { title })}
        value={entry.phase}
        onChange={(event) => {
          const phase = musicPhases.find((one) => one === event.target.value);
          if (phase !== undefined) onEdit({ type: 'place', trackId, phase, before: null });
        }}
      >
        {musicPhases.map((phase) => (
          <option key={phase} value={phase}>
            {t(`musicSets.phase.${phase}`)}
          </option>
        ))}
      </Select>
      <Select
        className={styles.small}
        data-control="intensity"
        aria-label={t('musicSets.intensityOf', { title })}
        value={entry.intensity}
        onChange={(event) => onEdit({ type: 'intensity', trackId, intensity: Number(event.target.value) })}
      >
        {[1, 2, 3, 4, 5].map((count) => (
          <option key={count} value={count}>
            {t('musicSets.intensity', { count })}
          </option>
        ))}
      </Select>
      <Button
        tone="quiet"
        aria-label={t('musicSets.takeOut', { title })}
        onClick={() => onEdit({ type: 'remove', trackId })}
      >
        ✕
      </Button>
    </li>
  );
}
