import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedTrack } from '../../shared/music/library.ts';
import { MOST_TRACKS } from '../../shared/music/own-sets.ts';
import { musicPhases } from '../../shared/music/set.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select } from '../ui/field.tsx';
import { trackWords } from './track-words.ts';
import styles from './sets.module.css';

interface Filters {
  readonly phase: string;
  readonly intensity: string;
  readonly lyrics: string;
  readonly percussion: string;
}

const any: Filters = { phase: '', intensity: '', lyrics: '', percussion: '' };

/** Whether a track fits; an empty filter takes all. */
function fits(track: ListedTrack, { phase, intensity, lyrics, percussion }: Filters): boolean {
  const has = (wanted: string, is: boolean): boolean => wanted === '' || (wanted === 'with') === is;
  return (
    (phase === '' || track.phase === phase) &&
    (intensity === '' || track.intensity === Number(intensity)) &&
    has(lyrics, track.lyrics) &&
    has(percussion, track.percussion)
  );
}

export interface AddTracksProps {
  /** Those that can be played, the bed left out. */
  readonly tracks: readonly ListedTrack[];
  readonly inSet: ReadonlySet<string>;
  readonly onAdd: (track: ListedTrack) => void;
  readonly onClose: () => void;
}

/** The tracks there are, by what they are like; each is added by one press and takes its own phase and intensity along. */
export function AddTracks({ tracks, inSet, onAdd, onClose }: AddTracksProps): ReactElement {
  const { t } = useTranslation();
  const [filters, setFilters] = useState(any);
  const shown = tracks.filter((track) => fits(track, filters));
  const full = inSet.size >= MOST_TRACKS;
  const choice = (name: keyof Filters, label: string, options: readonly (readonly [string, string])[]) => (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={filters[name]}
          onChange={(event) => setFilters((old) => ({ ...old, [name]: event.target.value }))}
        >
          <option value="">{t('musicSets.any')}</option>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  const withOrNot = [
    ['with', t('musicSets.with')],
    ['without', t('musicSets.without')],
  ] as const;
  return (
    <Dialog
      title={t('musicSets.addTitle')}
      wide
      onClose={onClose}
      foot={
        <Button tone="primary" onClick={onClose}>
          {t('musicSets.done')}
        </Button>
      }
    >
      <div className={styles.filters}>
        {choice(
          'phase',
          t('musicSets.filterPhase'),
          musicPhases.map((phase) => [phase, t(`musicSets.phase.${phase}`)] as const),
        )}
        {choice(
          'intensity',
          t('musicSets.filterIntensity'),
          ['1', '2', '3', '4', '5'].map((level) => [level, level] as const),
        )}
        {choice('lyrics', t('musicSets.filterVoice'), withOrNot)}
        {choice('percussion', t('musicSets.filterDrums'), withOrNot)}
      </div>
      <p role="status" className={styles.soft}>
        {full ? t('musicSets.full') : t('musicSets.tracks', { count: shown.length })}
      </p>
      {tracks.length === 0 ? <p>{t('musicSets.noTracks')}</p> : null}
      {tracks.length > 0 && shown.length === 0 ? <p>{t('musicSets.addNone')}</p> : null}
      <ul>
        {shown.map((track) => (
          <li key={track.id} className={styles.pick}>
            <span className={styles.words}>
              <strong>{track.title}</strong>
              <span className={styles.soft}>
                {t(`musicSets.phase.${track.phase}`)}, {t('musicSets.intensity', { count: track.intensity })},{' '}
                {trackWords(t, track)}
              </span>
            </span>
            {inSet.has(track.id) ? (
              <span className={styles.soft}>✓ {t('musicSets.added')}</span>
            ) : (
              <Button
                disabled={full}
                aria-label={t('musicSets.addOne', { title: track.title })}
                onClick={() => onAdd(track)}
              >
                + {t('common.add')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
