const LOCALE = 'en-GB';
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(LOCALE, options);
  formatters.set(key, known);
  return known;
}

/** `14:23`. `timeZone` null: this PC's. */
export function timeOfDay(atMs: number, timeZone: string | null = null): string {
  return formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone(timeZone) }).format(atMs);
}

/** `14:23:51`. */
export function timeWithSeconds(atMs: number, timeZone: string | null = null): string {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return formatter({ ...options, ...zone(timeZone) }).format(atMs);
}

/** `Sat 21 Nov 2026`. */
export function dayOf(atMs: number, timeZone: string | null = null): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return formatter({ ...options, ...zone(timeZone) })
    .format(atMs)
    .replaceAll(',', '');
}

/** A day without its weekday, `21 Nov 2026`, where there is little room. */
export function dateOf(atMs: number): string {
  return formatter({ day: 'numeric', month: 'short', year: 'numeric' }).format(atMs);
}

/** A day without its year, `16 Nov`, for scales that are short. */
export function shortDayOf(atMs: number): string {
  return formatter({ day: 'numeric', month: 'short' }).format(atMs);
}

/** The months by their names, January first. */
export function monthNames(): readonly string[] {
  const long = formatter({ month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => long.format(Date.UTC(2024, month, 1)));
}

/** `November 2026`, of the month that holds an instant here. */
export function monthOf(atMs: number): string {
  return formatter({ month: 'long', year: 'numeric' }).format(atMs);
}

/** `12 Apr 1988`, from a calendar day `YYYY-MM-DD`, whatever the time zone. */
export function calendarDate(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  return formatter({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(at);
}

/** Whole years from a calendar day to an instant. */
export function ageAt(birthDate: string, atMs: number): number {
  const birth = new Date(`${birthDate}T00:00:00Z`);
  const at = new Date(atMs);
  const before =
    at.getMonth() < birth.getUTCMonth() || (at.getMonth() === birth.getUTCMonth() && at.getDate() < birth.getUTCDate());
  return at.getFullYear() - birth.getUTCFullYear() - (before ? 1 : 0);
}

/** `RA` for `R. Alvarez, RN`: the first letters of the name before any comma. */
export function initials(name: string): string {
  const words = (name.split(',')[0] ?? name).split(/[\s.]+/u).filter((word) => word !== '');
  return words
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 3);
}

/** `340 kB`, `12.3 MB`, `48 GB`, from bytes; steps of a thousand, as file managers show them. */
export function sizeOf(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${units[step]}`;
}

function zone(timeZone: string | null): { readonly timeZone?: string } {
  return timeZone === null ? {} : { timeZone };
}
