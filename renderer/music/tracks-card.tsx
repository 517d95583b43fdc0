import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Segmented } from '../ui/segmented.tsx';
import styles from './music.module.css';
import { TrackDialog, type OwnTrack } from './track-dialog.tsx';
import type { Listed, Pages } from './use-pages.ts';

export interface TracksCardProps {
  readonly tracks: Pages<Listed>;
  readonly running: boolean;
}

/** All tracks, or the clinic's own, each own one with the way to say what it is. */
export function TracksCard({ tracks, running }: TracksCardProps): ReactElement {
  const { t } = useTranslation();
  const [which, setWhich] = useState<'own' | 'all'>('own');
  const [edited, setEdited] = useState<OwnTrack | null>(null);
  const { all, failure, again } = tracks;
  const shown = (all ?? []).filter(({ imported }) => which === 'all' || imported !== null);
  return (
    <Card title={t('musicLibrary.list.title')} className={styles.card}>
      <Segmented
        label={t('musicLibrary.list.which')}
        labelHidden
        options={[
          { value: 'own', label: t('musicLibrary.list.own') },
          { value: 'all', label: t('musicLibrary.list.all') },
        ]}
        value={which}
        onChange={setWhich}
      />
      {failure === null ? null : <Banner tone="red">{failureText(failure).say}</Banner>}
      {all === null ? <p className={styles.soft}>{t('common.loading')}</p> : null}
      {all !== null && shown.length === 0 ? <p className={styles.soft}>{t('musicLibrary.list.none')}</p> : null}
      {shown.length === 0 ? null : <Table tracks={shown} running={running} onEdit={setEdited} />}
      {edited === null ? null : (
        <TrackDialog
          track={edited}
          onClose={(changed) => {
            setEdited(null);
            if (changed) again();
          }}
        />
      )}
    </Card>
  );
}

interface TableProps {
  readonly tracks: readonly Listed[];
  readonly running: boolean;
  readonly onEdit: (track: OwnTrack) => void;
}

function Table({ tracks, running, onEdit }: TableProps): ReactElement {
  const { t } = useTranslation();
  const columns = ['track', 'length', 'loudness', 'phase', 'intensity', 'lyrics', 'percussion', 'licence'] as const;
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`musicLibrary.list.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {tracks.map((track) => (
            <Row key={track.id} track={track} running={running} onEdit={onEdit} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ track, running, onEdit }: Omit<TableProps, 'tracks'> & { readonly track: Listed }): ReactElement {
  const { t } = useTranslation();
  const { imported, title } = track;
  const yes = (value: boolean): string => t(value ? 'musicLibrary.list.yes' : 'musicLibrary.list.no');
  return (
    <tr>
      <th scope="row">
        <div className={styles.titled}>
          <Cover track={track} />
          <div>
            {title}
            <span className={styles.soft}>{imported === null ? t('musicLibrary.list.builtIn') : imported.artist}</span>
            {track.missing ? <span className={styles.warn}>◆ {t('musicLibrary.list.missing')}</span> : null}
          </div>
        </div>
      </th>
      <td>{lengthOf(track.durationMs)}</td>
      <td>{t('musicLibrary.list.lufs', { value: track.loudnessLufs.toFixed(1) })}</td>
      <td>{t(`session.music.phases.${track.phase}`)}</td>
      <td>{track.intensity}</td>
      <td>{yes(track.lyrics)}</td>
      <td>{yes(track.percussion)}</td>
      <td>{track.licence === '' ? t('musicLibrary.list.noLicence') : track.licence}</td>
      <td>
        {imported === null ? null : (
          <Button
            disabled={running}
            aria-label={t('musicLibrary.list.editOf', { title })}
            onClick={() => onEdit({ ...track, imported })}
          >
            {t('musicLibrary.list.edit')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** The cover, or the room for one, so that titles stand in one line. */
function Cover({ track }: { readonly track: Listed }): ReactElement {
  const [gone, setGone] = useState(false);
  if (gone || track.imported?.hasCover !== true) return <div className={styles.cover} aria-hidden="true" />;
  return (
    <img
      className={styles.cover}
      src={`media/covers/${track.id}.webp`}
      alt=""
      loading="lazy"
      onError={() => setGone(true)}
    />
  );
}

/** `4:07`, `1:02:30`. */
function lengthOf(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
