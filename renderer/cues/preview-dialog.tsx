import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { plannedLight, plannedScenes, type Sheet } from '../../shared/cues/planned.ts';
import { previewSpan } from '../../shared/cues/preview-run.ts';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import { failureText } from '../i18n/failure.ts';
import { levelPercent } from '../room/session/format.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DrawnRoom } from './drawn-room.tsx';
import { timeText } from './time-text.ts';
import { usePreview } from './use-preview.ts';
import styles from './cues.module.css';

export interface PreviewDialogProps {
  readonly sheet: Sheet;
  readonly status: Pick<AppStatus, 'lamps' | 'liveSessionId'>;
  readonly onClose: () => void;
}

/** The sheet in about a minute: a drawn room and, by a press, the lamps of this one. */
export function PreviewDialog({ sheet, status, onClose }: PreviewDialogProps): ReactElement {
  const { t } = useTranslation();
  const preview = usePreview(sheet);
  const { fromMs, toMs } = previewSpan(sheet);
  const { atMs, lamps } = preview;
  const scene = plannedLight(plannedScenes(sheet), atMs);
  const named = status.lamps.flatMap(({ name }) => (name === null ? [] : [name]));
  const live = status.liveSessionId !== null;
  const moment = atMs < 0 ? 'before' : atMs > sheet.infusionMs ? 'after' : 'during';
  const time = timeText(moment === 'after' ? atMs - sheet.infusionMs : atMs);
  const hint = live
    ? t('cueSheet.onLampsLive')
    : named.length === 0
      ? t('cueSheet.onLampsNone')
      : t('cueSheet.onLampsHint', { lamps: named.join(', ') });
  return (
    <Dialog
      title={t('cueSheet.previewTitle')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button
            pressed={lamps.on}
            disabled={!lamps.on && (live || named.length === 0)}
            onClick={() => preview.setLamps(!lamps.on)}
          >
            {lamps.on ? t('cueSheet.onLampsOn') : t('cueSheet.onLamps')}
          </Button>
          <Button onClick={onClose}>{t('cueSheet.stop')}</Button>
          <Button tone="primary" autoFocus onClick={preview.toggle}>
            {preview.running ? `❚❚ ${t('cueSheet.pause')}` : `▷ ${t('cueSheet.play')}`}
          </Button>
        </>
      }
    >
      <DrawnRoom scene={scene} />
      <label className={styles.scrub}>
        <span className={styles.at}>{t(`cueSheet.positionWords.${moment}`, { time })}</span>
        <input
          type="range"
          min={0}
          max={Math.ceil((toMs - fromMs) / 1000)}
          step={10}
          value={Math.round((atMs - fromMs) / 1000)}
          aria-label={t('cueSheet.position')}
          aria-valuetext={t(`cueSheet.positionWords.${moment}`, { time })}
          onChange={(event) => preview.seek(fromMs + Number(event.target.value) * 1000)}
        />
        <span>
          {scene.zones
            .map(({ zone, level }) =>
              t('cueSheet.levelNow', { zone: t(`cueSheet.lane.${zone}`), level: levelPercent(level) }),
            )
            .join(', ')}
        </span>
      </label>
      {preview.failure === null ? null : (
        <Banner tone="red">
          {failureText(preview.failure).say} {failureText(preview.failure).next}
        </Banner>
      )}
      <p role="status" className={styles.soft}>
        {lamps.missed.length === 0 ? hint : t('cueSheet.missed', { lamps: lamps.missed.join(', ') })}
      </p>
    </Dialog>
  );
}
