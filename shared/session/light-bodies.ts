import * as z from 'zod/mini';

/** What a lamp is called, as it was then; without one it is a light of the app's own. */
const name = z.optional(z.string());

/** Events of lamps and of the hand on them. Of `lightsSent`, older records hold one a lamp in place of `lightsReached`. */
export const lightBodies = [
  z.object({ type: z.literal('lightsSent'), driver: z.string() }),
  z.object({ type: z.literal('lightsFailed'), driver: z.string(), code: z.string(), name }),
  /** These lamps have taken a scene; `tookMs` from the first try to their acknowledgement, or to the last byte sent. */
  z.object({
    type: z.literal('lightsReached'),
    lamps: z.array(z.object({ driver: z.string(), name, tookMs: z.number().check(z.gte(0)) })),
  }),
  /** Light cues wait until the next press. */
  z.object({ type: z.literal('lightsHeld') }),
  z.object({ type: z.literal('lightsReleased') }),
  /** Comfort: more light, softer and another track, until the next press; light cues wait. */
  z.object({ type: z.literal('comfortBegun') }),
  z.object({ type: z.literal('comfortEnded') }),
  /** Before the start the patient is shown how dark it will get at most. */
  z.object({ type: z.literal('darkestShown') }),
  z.object({ type: z.literal('darkestOver') }),
] as const;

/** Why a scene was set. `hand`, `full`: by a person. `sheet`: back to where the cue sheet stands. */
export const lightReasons = [
  'hand',
  'emergency',
  'afterEmergency',
  'restore',
  'wish',
  'full',
  'sheet',
  'comfort',
  'afterComfort',
  'darkest',
  'afterDarkest',
  'patientUp',
  'afterUp',
] as const;
