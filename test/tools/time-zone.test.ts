import { expect, it } from 'vitest';

/** Minutes behind UTC on 15 January 2026: winter in the north, summer in the south. */
const januaryOffset: Readonly<Record<string, number>> = { 'Europe/Copenhagen': -60, 'America/Santiago': 180 };

it('the zone a project names is the zone its tests run in', () => {
  const zone = process.env['TZ'] ?? 'none';
  expect(new Date(Date.UTC(2026, 0, 15)).getTimezoneOffset()).toBe(januaryOffset[zone]);
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
});
