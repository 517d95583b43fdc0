import * as z from 'zod';

/** One lamp in the emulated home. */
export interface HomeLight {
  readonly rid: string;
  readonly device: string;
  readonly name: string;
  readonly dims: boolean;
  /** Mirek, coldest and warmest; null has one white. */
  readonly white: readonly [number, number] | null;
  on: boolean;
  brightness: number;
  mirek: number | null;
  /** Of the last command, ms. */
  fadeMs: number | null;
  reachable: boolean;
}

export interface HomeGroup {
  readonly rid: string;
  readonly grouped: string;
  readonly kind: 'room' | 'zone';
  readonly name: string;
  readonly lights: readonly HomeLight[];
}

export interface Home {
  readonly lights: readonly HomeLight[];
  readonly groups: readonly HomeGroup[];
}

/** An id that is the same in every run: a kind and a number. */
export function homeId(kind: number, number: number): string {
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');
  return `${hex(kind, 8)}-0000-4000-8000-${hex(number, 12)}`;
}

/** A treatment room of `count` lamps (the first two warm to cold, the last a switched plug) and a zone of the first two. */
export function smallHome(count = 4): Home {
  const lights = Array.from({ length: count }, (_, index): HomeLight => {
    const plug = index === count - 1 && count > 2;
    return {
      rid: homeId(1, index),
      device: homeId(2, index),
      name: plug ? 'Plug by the door' : `Lamp ${index + 1}`,
      dims: !plug,
      white: index === 0 ? [153, 500] : index === 1 ? [200, 454] : null,
      on: true,
      brightness: 100,
      mirek: null,
      fadeMs: null,
      reachable: true,
    };
  });
  return {
    lights,
    groups: [
      { rid: homeId(3, 0), grouped: homeId(4, 0), kind: 'room', name: 'Treatment room', lights },
      { rid: homeId(3, 1), grouped: homeId(4, 1), kind: 'zone', name: 'Ceiling', lights: lights.slice(0, 2) },
    ],
  };
}

/** What a light or a group takes; anything else the bridge refuses. */
const commandSchema = z.strictObject({
  type: z.enum(['light', 'grouped_light']).optional(),
  on: z.strictObject({ on: z.boolean() }).optional(),
  dimming: z.strictObject({ brightness: z.number().min(0).max(100) }).optional(),
  color_temperature: z.strictObject({ mirek: z.int().min(153).max(500) }).optional(),
  dynamics: z.strictObject({ duration: z.int().min(0).max(6_000_000) }).optional(),
});

/** Carries out a command; null where the bridge refuses it, else what it says beside taking it. */
export function command(lights: readonly HomeLight[], body: unknown): readonly string[] | null {
  const parsed = commandSchema.safeParse(body);
  if (!parsed.success) return null;
  const { on, dimming, color_temperature: white, dynamics } = parsed.data;
  if (lights.length === 1 && dimming !== undefined && !lights[0]?.dims) return null;
  const said: string[] = [];
  for (const light of lights) {
    if (!light.reachable) said.push('device (light) has communication issues, command (on) may not have effect');
    else if (!light.on && on?.on !== true) {
      if (dimming !== undefined)
        said.push('device (light) is "soft off", command (.dimming.brightness) may not have effect');
    } else {
      light.on = on?.on ?? light.on;
      light.fadeMs = dynamics?.duration ?? null;
      if (dimming !== undefined && light.dims) light.brightness = Math.max(dimming.brightness, 0.39);
      if (white !== undefined && light.white !== null) light.mirek = white.mirek;
    }
  }
  return said;
}

export function lightResource(light: HomeLight): object {
  const { rid, device, name, dims, white, on, brightness, mirek } = light;
  return {
    id: rid,
    id_v1: '/lights/1',
    type: 'light',
    owner: { rid: device, rtype: 'device' },
    metadata: { name, archetype: 'sultan_bulb' },
    on: { on },
    ...(dims ? { dimming: { brightness, min_dim_level: 0.2 } } : {}),
    ...(white === null
      ? {}
      : {
          color_temperature: {
            mirek,
            mirek_valid: mirek !== null,
            mirek_schema: { mirek_minimum: white[0], mirek_maximum: white[1] },
          },
        }),
    dynamics: { status: 'none', speed: 0 },
    mode: 'normal',
  };
}

export function groupResource({ rid, grouped, kind, name, lights }: HomeGroup): object {
  const children = lights.map((light) =>
    kind === 'room' ? { rid: light.device, rtype: 'device' } : { rid: light.rid, rtype: 'light' },
  );
  const services = [{ rid: grouped, rtype: 'grouped_light' }];
  return { id: rid, type: kind, metadata: { name, archetype: 'hospital' }, children, services };
}
