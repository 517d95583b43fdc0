import type * as z from 'zod/mini';

/** The windows there are; each request says which of them may make it. */
export const windowNames = ['room', 'player', 'patient', 'decoder', 'print'] as const;
export type WindowName = (typeof windowNames)[number];

/** One request: who may make it, what it carries, what comes back. */
export const request = <A extends z.ZodMiniType, D extends z.ZodMiniType>(
  windows: readonly WindowName[],
  args: A,
  data: D,
) => ({ windows, args, data });
export const room = ['room'] as const;
export const player = ['player'] as const;
