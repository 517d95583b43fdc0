import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetIssue } from '../../shared/cues/check-sheet.ts';
import type { Cue } from '../../shared/cues/cue.ts';
import { lightLine } from '../../shared/cues/light-line.ts';
import { plannedMs, type PlannedScene } from '../../shared/cues/planned.ts';
import { zoneOf } from '../../shared/lights/level-at.ts';
import type { ZoneName } from '../../shared/lights/scene.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { msOf, snapped, xOf, type Axis } from './axis.ts';
import { cueAtWords } from './cue-words.ts';
import type { SheetActs } from './use-sheet.ts';
import { useDrag } from './use-drag.ts';
import styles from './cues.module.css';

/** Height of the drawing and the room above full light, pixels. */
const HEIGHT = { room: 132, other: 76 } as const;
const TOP = 14;
const BOTTOM = 10;
const SECOND = 1_000;

export interface LaneProps {
  readonly axis: Axis;
  readonly protocol: Protocol;
  readonly chosenId: string | null;
  readonly issues: readonly SheetIssue[];
  /** Those that are carried out. */
  readonly comes: ReadonlySet<Cue>;
  readonly mayEdit: boolean;
  readonly acts: SheetActs;
}

/** How high a level is drawn: as bright as it looks, so that the dark end of a sheet can be told apart. */
const shareOf = (level: number): number => Math.cbrt(level);

/** The light of one zone over time, a fade in its true shape, with a handle at the end of each fade. */
export function LightLane({
  zone,
  scenes,
  ...lane
}: LaneProps & { readonly zone: ZoneName; readonly scenes: readonly PlannedScene[] }): ReactElement {
  const { t } = useTranslation();
  const { axis, protocol } = lane;
  const height = zone === 'room' ? HEIGHT.room : HEIGHT.other;
  const yOf = (level: number): number => TOP + (height - TOP - BOTTOM) * (1 - shareOf(level));
  const points = lightLine(scenes, zone, axis.fromMs, axis.toMs).map(
    ({ atMs, level }) => `${round(xOf(axis, atMs))},${round(yOf(level))}`,
  );
  const floor = height - BOTTOM;
  const [left, right] = [round(xOf(axis, axis.fromMs)), round(xOf(axis, axis.toMs))];
  return (
    <div className={styles.lane} data-kind="light">
      <span className={styles.laneName}>{t(`cueSheet.lane.${zone}`)}</span>
      <svg className={styles.curve} height={height} role="group" aria-label={t(`cueSheet.lane.${zone}`)}>
        {(zone === 'room' ? [0.05, 0.25, 1] : [0.1, 1]).map((level) => (
          <g key={level}>
            <line x1={left} x2={right} y1={yOf(level)} y2={yOf(level)} className={styles.grid} />
            <text x={axis.width - 4} y={yOf(level) + 4} className={styles.gridName}>
              {Math.round(level * 100)} %
            </text>
          </g>
        ))}
        <polygon className={styles.lit} points={`${left},${floor} ${points.join(' ')} ${right},${floor}`} />
        <polyline className={styles.line} points={points.join(' ')} />
        {protocol.cues.map((cue) => (
          <Handle key={cue.id} cue={cue} zone={zone} yOf={yOf} span={height - TOP - BOTTOM} {...lane} />
        ))}
      </svg>
    </div>
  );
}

interface HandleProps extends LaneProps {
  readonly cue: Cue;
  readonly zone: ZoneName;
  readonly yOf: (level: number) => number;
  /** From dark to full, pixels. */
  readonly span: number;
}

/** Level and fade of one light in this zone, to be dragged; keys do the same at the cue's own chip. */
function Handle({
  cue,
  zone,
  yOf,
  span,
  axis,
  protocol,
  chosenId,
  comes,
  mayEdit,
  acts,
}: HandleProps): ReactElement | null {
  const { t } = useTranslation();
  const { action } = cue;
  const light = action.kind === 'scene' ? (action.scene.zones.find((one) => one.zone === zone) ?? null) : null;
  const drag = useDrag({
    onStart: () => acts.choose(cue.id),
    onMove: ({ dx, dy, gesture }, start: { readonly level: number; readonly fadeMs: number }) => {
      const share = Math.min(1, Math.max(0, shareOf(start.level) - dy / span));
      const level = snapped(share ** 3 * 100, share < 0.6 ? 1 : 5) / 100;
      if (light !== null && Math.abs(dy) > 2)
        acts.edit({ type: 'zone', cueId: cue.id, zone: { ...light, level } }, gesture);
      if (Math.abs(dx) > 2)
        acts.edit(
          { type: 'fade', cueId: cue.id, fadeMs: Math.max(0, snapped(start.fadeMs + msOf(axis, dx), 10 * SECOND)) },
          gesture,
        );
    },
  });
  if (action.kind !== 'scene' || light === null || !comes.has(cue)) return null;
  const atMs = plannedMs(cue, protocol.infusionMs);
  const level = zoneOf(action.scene, zone)?.level ?? 1;
  const x = xOf(axis, atMs + action.fadeMs);
  return (
    <g className={styles.handle} data-chosen={cue.id === chosenId} data-edit={mayEdit}>
      <circle cx={x} cy={yOf(level)} r="6" />
      <circle
        cx={x}
        cy={yOf(level)}
        r="16"
        className={styles.grip}
        data-handle={`${cue.id} ${zone}`}
        {...(mayEdit ? drag({ level, fadeMs: action.fadeMs }) : { onPointerDown: () => acts.choose(cue.id) })}
      >
        <title>{t('cueSheet.handle', { cue: cueAtWords(t, cue) })}</title>
      </circle>
    </g>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
