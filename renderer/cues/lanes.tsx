import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetIssue } from '../../shared/cues/check-sheet.ts';
import { carriedOut, plannedScenes } from '../../shared/cues/planned.ts';
import { zoneNames } from '../../shared/lights/scene.ts';
import { musicTimeline } from '../../shared/music/timeline.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { useSize } from '../ui/use-size.ts';
import { axisOf, ticksOf, xOf, type Axis } from './axis.ts';
import { CueChips } from './cue-chips.tsx';
import { LightLane } from './light-lane.tsx';
import type { SheetActs } from './use-sheet.ts';
import styles from './cues.module.css';

export interface LanesProps {
  /** At the length that is shown. */
  readonly protocol: Protocol;
  readonly chosenId: string | null;
  readonly issues: readonly SheetIssue[];
  readonly mayEdit: boolean;
  readonly acts: SheetActs;
}

/** The sheet over time: the light of each zone as it will be, the phases of the music, the prompts. */
export function Lanes({ protocol, chosenId, issues, mayEdit, acts }: LanesProps): ReactElement {
  const { t } = useTranslation();
  const [element, size] = useSize<HTMLDivElement>();
  const axis = axisOf(protocol, size?.width ?? 900);
  const scenes = useMemo(() => plannedScenes(protocol), [protocol]);
  const named = new Set(scenes.flatMap(({ scene }) => scene.zones.map(({ zone }) => zone)));
  const comes = new Set((['scene', 'music', 'prompt'] as const).flatMap((kind) => carriedOut(kind, protocol)));
  const chips = { axis, protocol, chosenId, issues, comes, mayEdit, acts };
  return (
    <div ref={element} className={styles.lanes} role="group" aria-label={t('cueSheet.lanes')}>
      <Ruler axis={axis} protocol={protocol} />
      {zoneNames
        .filter((zone) => zone === 'room' || named.has(zone))
        .map((zone) => (
          <LightLane key={zone} zone={zone} scenes={scenes} {...chips} />
        ))}
      <CueChips kind="scene" {...chips} />
      <div className={styles.lane} data-kind="music">
        <span className={styles.laneName}>{t('cueSheet.lane.music')}</span>
        <MusicBands axis={axis} protocol={protocol} />
        <CueChips kind="music" {...chips} />
      </div>
      <div className={styles.lane} data-kind="prompt">
        <span className={styles.laneName}>{t('cueSheet.lane.prompt')}</span>
        <CueChips kind="prompt" {...chips} />
      </div>
    </div>
  );
}

interface Drawn {
  readonly axis: Axis;
  readonly protocol: Protocol;
}

/** Minutes along the top, and the moments that cues count from as lines through every lane. */
function Ruler({ axis, protocol: { infusionMs } }: Drawn): ReactElement {
  const { t } = useTranslation();
  const lines = [
    ['start', 0],
    ['before', infusionMs - 5 * 60_000],
    ['zero', infusionMs],
  ] as const;
  return (
    <svg className={styles.ruler} aria-hidden="true">
      {ticksOf(axis, infusionMs).map((atMs) => (
        <text key={atMs} x={xOf(axis, atMs)} y="34" className={styles.tick}>
          {atMs / 60_000}
        </text>
      ))}
      {lines.map(([name, atMs]) => (
        <g key={name} className={styles.mark} data-mark={name}>
          <line x1={xOf(axis, atMs)} x2={xOf(axis, atMs)} y1="18" y2="100%" />
          <text x={xOf(axis, atMs)} y="13">
            {t(`cueSheet.${name}`)}
          </text>
        </g>
      ))}
      <text x={xOf(axis, infusionMs) + 8} y="34" className={styles.tick} data-at="end">
        {t('cueSheet.recovery')} ›
      </text>
    </svg>
  );
}

/** The phases of the music as the sheet plans them. */
function MusicBands({ axis, protocol }: Drawn): ReactElement {
  const { t } = useTranslation();
  return (
    <svg className={styles.bands} aria-hidden="true">
      {musicTimeline(protocol).map(({ phase, fromMs, untilMs }) => {
        const left = xOf(axis, Math.max(fromMs, axis.fromMs));
        const width = Math.max(0, xOf(axis, Math.min(untilMs, axis.toMs)) - left);
        return (
          <g key={fromMs}>
            <rect
              x={left}
              y="0"
              width={Math.max(0, width - 1)}
              height="100%"
              className={styles.band}
              data-phase={phase}
            />
            {width < 60 ? null : (
              <text x={left + width / 2} y="18" className={styles.bandName}>
                {t(`musicSets.phase.${phase}`)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
