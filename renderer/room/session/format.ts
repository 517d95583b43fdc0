import { formatElapsed } from '../../../shared/time/format.ts';

const hourMinute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const hourMinuteSecond = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Time of day at epoch ms, `14:23`, on the clock of this PC. */
export function timeOfDay(atMs: number): string {
  return hourMinute.format(atMs);
}

/** Time of day at epoch ms with seconds, `14:23:51`. */
export function clockTime(atMs: number): string {
  return hourMinuteSecond.format(atMs);
}

/** A calendar day `YYYY-MM-DD` as `12 Apr 1988`; a day is no instant, so no zone moves it. */
export function calendarDay(isoDay: string): string {
  return day.format(new Date(`${isoDay}T00:00:00Z`));
}

/** A share as whole per cent, `54 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A level in whole per cent that never says 0 for a light that burns. */
export function levelPercent(level: number): string {
  return level > 0 && level < 0.01 ? '1 %' : percent(level);
}

/** A number with its sign and a true minus, `+11`, `−4`, `0`. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}

/** Track time, `4:12`, rounded down. */
export function trackTime(ms: number): string {
  return formatElapsed(ms).replace(/^0/, '');
}

/** Milligrams without needless zeros: `36 mg`, `37.5 mg`. */
export function milligrams(mg: number): string {
  return `${Number(mg.toFixed(2))} mg`;
}

/** First letters of a name without its title behind the comma, `RA`, for narrow places and for the locked screen. */
export function initials(name: string): string {
  return (name.split(',')[0] ?? '')
    .split(/[\s,.]+/u)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase())
    .slice(0, 3)
    .join('');
}
