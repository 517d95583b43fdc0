import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cue } from '../../shared/cues/cue.ts';
import type { SheetEdit } from '../../shared/cues/edit-sheet.ts';
import { inOrder, levelIn, plannedMs } from '../../shared/cues/planned.ts';
import { levelPercent } from '../room/session/format.ts';
import { msOf, rowsOf, snapped, xOf } from './axis.ts';
import { cueAtWords, promptText } from './cue-words.ts';
import type { LaneProps } from './light-lane.tsx';
import { useDrag } from './use-drag.ts';
import styles from './cues.module.css';

/** As wide as chips are taken to be, pixels: those that would cover each other stand in rows. */
const WIDTH = { scene: 104, music: 140, prompt: 210 } as const;
const ROWS = 2;
const STEP = { coarse: 60_000, fine: 10_000, drag: 30_000 } as const;

/** The cues of one kind, each at its moment: to choose, to drag in time, and to change by keys. */
export function CueChips({ kind, ...lane }: LaneProps & { readonly kind: Cue['action']['kind'] }): ReactElement {
  const { axis, protocol } = lane;
  const own = inOrder(
    protocol.cues.filter(({ action }) => action.kind === kind),
    protocol.infusionMs,
  );
  const lefts = own.map((cue) => xOf(axis, plannedMs(cue, protocol.infusionMs)));
  const rows = rowsOf(lefts, WIDTH[kind], ROWS);
  return (
    <ul className={styles.chips} data-rows={Math.max(0, ...rows) + 1}>
      {own.map((cue, index) => (
        <Chip key={cue.id} cue={cue} x={lefts[index] ?? 0} row={rows[index] ?? 0} {...lane} />
      ))}
    </ul>
  );
}

interface ChipProps extends LaneProps {
  readonly cue: Cue;
  readonly x: number;
  readonly row: number;
}

function Chip({ cue, x, row, axis, chosenId, issues, comes, mayEdit, acts }: ChipProps): ReactElement {
  const { t } = useTranslation();
  const drag = useDrag({
    onStart: () => acts.choose(cue.id),
    onMove: ({ dx, gesture }, offsetMs: number) => {
      if (Math.abs(dx) <= 2) return;
      const to = snapped(offsetMs + msOf(axis, dx), STEP.drag);
      acts.edit({ type: 'move', cueId: cue.id, offsetMs: to }, gesture);
    },
  });
  const told = issues.filter(({ cueId }) => cueId === cue.id);
  const sign = told.some((issue) => issue.kind === 'refusal') ? '▲ ' : told.length > 0 ? '◆ ' : '';
  const key = (event: KeyboardEvent): void => {
    const edit = mayEdit ? editOfKey(cue, event) : null;
    if (edit === null) return;
    event.preventDefault();
    event.stopPropagation();
    acts.edit(edit, edit.type === 'remove' || edit.type === 'copy' ? null : `key ${cue.id} ${edit.type}`);
    if (edit.type === 'copy') acts.choose(edit.newId);
    if (edit.type === 'remove') acts.choose(null);
  };
  return (
    <li
      className={styles.chipAt}
      data-row={row}
      ref={(element) => element?.style.setProperty('--x', `${Math.round(x)}px`)}
    >
      <button
        type="button"
        className={styles.chip}
        data-cue={cue.id}
        data-comes={comes.has(cue)}
        aria-pressed={cue.id === chosenId}
        aria-label={`${cueAtWords(t, cue)}${told.map(({ code }) => `. ${t(`cueSheet.issue.${code}`)}`).join('')}`}
        onFocus={() => acts.choose(cue.id)}
        onClick={() => acts.choose(cue.id)}
        onKeyDown={key}
        {...(mayEdit ? drag(cue.anchor.offsetMs) : {})}
      >
        {sign}
        {shortWords(cue, (phase) => t(`musicSets.phase.${phase}`))}
      </button>
    </li>
  );
}

function shortWords(
  { action }: Cue,
  phaseName: (phase: Extract<Cue['action'], { kind: 'music' }>['phase']) => string,
): string {
  if (action.kind === 'scene') return `☀ ${levelPercent(levelIn(action.scene, 'room'))}`;
  return action.kind === 'music' ? `♪ ${phaseName(action.phase)}` : `✎ ${promptText(action.code)}`;
}

/** What a key does to the cue that has the focus; null where it does nothing. */
function editOfKey(cue: Cue, event: KeyboardEvent): SheetEdit | null {
  const { action, anchor, id: cueId } = cue;
  if (event.key === 'Delete' || event.key === 'Backspace') return { type: 'remove', cueId };
  if (event.ctrlKey && event.key.toLowerCase() === 'd')
    return {
      type: 'copy',
      cueId,
      newId: crypto.randomUUID(),
      byMs: anchor.from === 'zero' ? -5 * STEP.coarse : 5 * STEP.coarse,
    };
  if (event.ctrlKey) return null;
  const sideways = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const upwards = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
  if (sideways !== 0 && !event.altKey)
    return { type: 'move', cueId, offsetMs: anchor.offsetMs + sideways * (event.shiftKey ? STEP.fine : STEP.coarse) };
  if (action.kind !== 'scene') return null;
  if (sideways !== 0) return { type: 'fade', cueId, fadeMs: action.fadeMs + sideways * STEP.fine };
  const room = action.scene.zones.find(({ zone }) => zone === 'room');
  if (upwards === 0 || room === undefined) return null;
  const level = Math.round((room.level + upwards * (event.shiftKey ? 0.01 : 0.05)) * 100) / 100;
  return { type: 'zone', cueId, zone: { ...room, level } };
}
