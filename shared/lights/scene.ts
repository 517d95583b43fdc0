import * as z from 'zod/mini';

/** The zones a scene may speak of. `room` stands for every zone not named. */
export const zoneNames = ['room', 'patient', 'task', 'floor'] as const;
export type ZoneName = (typeof zoneNames)[number];

/** One zone's light: level 0 (off) to 1 (full); colour temperature in kelvin, null where the lamp has none. */
export const zoneLevelSchema = z.object({
  zone: z.enum(zoneNames),
  level: z.number().check(z.gte(0), z.lte(1)),
  kelvin: z.nullable(z.int().check(z.gte(1000), z.lte(10000))),
});
export type ZoneLevel = z.infer<typeof zoneLevelSchema>;

/** Where the lights are, or are to go. */
export const sceneSchema = z.object({ zones: z.array(zoneLevelSchema).check(z.minLength(1)) });
export type Scene = z.infer<typeof sceneSchema>;

/** One level for the whole room. */
export function roomScene(level: number, kelvin: number | null): Scene {
  return { zones: [{ zone: 'room', level, kelvin }] };
}
