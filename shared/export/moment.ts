const formatters = new Map<string, Intl.DateTimeFormat | null>();

/** `2026-11-22T14:03:05.120-07:00`: an instant (epoch ms) with the clinic's time of day and its distance to UTC. In UTC where the zone is not known. */
export function momentIn(at: number, timeZone: string): string {
  const formatter = formatterOf(timeZone);
  if (formatter === null) return new Date(at).toISOString();
  const parts = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const [year, month, day] = [part('year'), part('month'), part('day')];
  const local = Date.UTC(year, month - 1, day, part('hour'), part('minute'), part('second'));
  const minutes = Math.round((local - Math.floor(at / 1000) * 1000) / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number): string => String(value).padStart(2, '0');
  const zone = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return new Date(at + minutes * 60_000).toISOString().replace('Z', zone);
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = madeFor(timeZone);
  formatters.set(timeZone, made);
  return made;
}

function madeFor(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  } catch {
    // A zone that this system does not know.
    return null;
  }
}
