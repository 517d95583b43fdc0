import type { TFunction } from 'i18next';
import type { RoomLevel, RoomLine } from '../../shared/rooms/room-line.ts';
import { formatCountdown } from '../../shared/time/format.ts';
import { attentionLevels } from '../../shared/vitals/attention-levels.ts';

/** The sign before a room; none asks for nothing. */
export const roomSigns: Readonly<Record<RoomLevel, string>> = {
  calm: '',
  reminder: attentionLevels.reminder.sign,
  amber: attentionLevels.amber.sign,
  red: attentionLevels.red.sign,
};

const order: readonly RoomLevel[] = ['red', 'amber', 'reminder', 'calm'];

/** What asks for somebody comes first; the rest by name, as it was. */
export function byLevel(lines: readonly RoomLine[]): readonly RoomLine[] {
  return lines.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

/** What is said of a room after its name, in the order of its weight. */
export function roomWords(t: TFunction, line: RoomLine): readonly string[] {
  const practice = line.practice ? [t('rooms.practice')] : [];
  if (line.lostMs !== null) {
    const lost = t('rooms.lost', { time: ageWords(t, line.lostMs) });
    return [...(line.lastEmergency ? [t('rooms.lostEmergency')] : []), lost, ...practice];
  }
  const { reading, phase, leftMs } = line;
  const where =
    phase === 'infusing' ? t('rooms.left', { time: formatCountdown(leftMs ?? 0) }) : t(`rooms.phase.${phase}`);
  return [
    ...(line.emergency ? [t('rooms.emergency')] : []),
    where,
    ...(reading === null ? [] : [t(`rooms.reading.${reading.state}`, { minutes: reading.minutes })]),
    ...(line.paused ? [t('rooms.paused')] : []),
    ...practice,
  ];
}

function ageWords(t: TFunction, ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return seconds < 60
    ? t('rooms.seconds', { count: seconds })
    : t('rooms.minutes', { count: Math.floor(seconds / 60) });
}
