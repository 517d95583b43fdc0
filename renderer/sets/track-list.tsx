import { Fragment, useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedTrack } from '../../shared/music/library.ts';
import type { SetEntry } from '../../shared/music/own-sets.ts';
import { byPhase, type SetEdit } from '../../shared/music/set-edit.ts';
import { musicPhases, type MusicPhase } from '../../shared/music/set.ts';
import { DRAGGED, TrackRow } from './track-row.tsx';
import styles from './sets.module.css';

export interface TrackListProps {
  readonly entries: readonly SetEntry[];
  readonly tracks: readonly ListedTrack[];
  /** Null: built in, to look at. */
  readonly onEdit: ((edit: SetEdit) => void) | null;
}

/** The tracks of a set under their phases. What was moved keeps the focus and is told. */
export function TrackList({ entries, tracks, onEdit }: TrackListProps): ReactElement {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ readonly trackId: string; readonly control: string } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const known = new Map(tracks.map((track) => [track.id, track]));
  useEffect(() => {
    const { trackId, control } = moved.current ?? { trackId: '', control: '' };
    moved.current = null;
    const row = [...(list.current?.children ?? [])].find(
      (one) => one instanceof HTMLElement && one.dataset['track'] === trackId,
    );
    row?.querySelector<HTMLElement>(`[data-control="${control}"]`)?.focus();
  }, [entries]);
  const own = (phase: MusicPhase) => entries.filter((entry) => entry.phase === phase);
  const edge = (index: number) => {
    const first = index === 0 && entries[0]?.phase === musicPhases[0];
    const last = index === entries.length - 1 && entries.at(-1)?.phase === musicPhases.at(-1);
    return first ? 'first' : last ? 'last' : null;
  };
  const place = said === null ? null : placeOf(entries, said);
  return (
    <>
      <ol ref={list}>
        {musicPhases.map((phase) => (
          <Fragment key={phase}>
            <PhaseHead phase={phase} count={own(phase).length} onEdit={onEdit} />
            {own(phase).map((entry) => (
              <TrackRow
                key={entry.trackId}
                entry={entry}
                track={known.get(entry.trackId)}
                onEdit={onEdit}
                edge={edge(entries.indexOf(entry))}
                onStep={(by, control) => {
                  moved.current = { trackId: entry.trackId, control };
                  setSaid(entry.trackId);
                  onEdit?.({ type: 'step', trackId: entry.trackId, by });
                }}
              />
            ))}
          </Fragment>
        ))}
      </ol>
      <span role="status" className="heard">
        {place === null || said === null
          ? ''
          : t('musicSets.moved', {
              title: known.get(said)?.title ?? '',
              phase: t(`musicSets.phase.${place.phase}`),
              place: place.at,
              count: place.count,
            })}
      </span>
    </>
  );
}

function placeOf(entries: readonly SetEntry[], trackId: string) {
  const entry = entries.find((one) => one.trackId === trackId);
  if (entry === undefined) return null;
  const own = byPhase(entries).filter(({ phase }) => phase === entry.phase);
  return { phase: entry.phase, at: own.indexOf(entry) + 1, count: own.length };
}

interface PhaseHeadProps {
  readonly phase: MusicPhase;
  readonly count: number;
  readonly onEdit: ((edit: SetEdit) => void) | null;
}

/** The name of a phase; a track that is dropped on it goes to the phase's end. */
function PhaseHead({ phase, count, onEdit }: PhaseHeadProps): ReactElement {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const none = phase === 'recovery' ? t('musicSets.recoveryNone') : t('musicSets.phaseNone');
  return (
    <li
      className={styles.phase}
      data-over={over}
      onDragOver={(event) => {
        if (onEdit === null || !event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const trackId = event.dataTransfer.getData(DRAGGED);
        if (trackId === '') return;
        event.preventDefault();
        onEdit?.({ type: 'place', trackId, phase, before: null });
      }}
    >
      {t(`musicSets.phase.${phase}`)}
      <span className={styles.soft}>{count === 0 ? none : t('musicSets.tracks', { count })}</span>
    </li>
  );
}
