import * as z from 'zod/mini';

/**
 * What one room tells the clinic's other screens, and nothing else: no name, no number of a patient, no value that was
 * measured, no drug, no free text. Anything more in a message makes it one that is not taken.
 */
export const roomStatusSchema = z.strictObject({
  v: z.literal(1),
  room: z.string().check(z.minLength(1), z.maxLength(40)),
  phase: z.enum(['idle', 'preChecks', 'infusing', 'overtime', 'recovery']),
  /** Of the infusion, as it is when this is sent, s; null where there is none. */
  leftS: z.nullable(z.int().check(z.gte(0), z.lte(86_400))),
  /** The reading to take now or next; minutes until it, or since its moment. */
  reading: z.nullable(
    z.strictObject({
      state: z.enum(['ahead', 'due', 'late']),
      minutes: z.int().check(z.gte(0), z.lte(1_440)),
    }),
  ),
  /** The pump stands. */
  paused: z.boolean(),
  emergency: z.boolean(),
  practice: z.boolean(),
});
export type RoomStatus = z.infer<typeof roomStatusSchema>;

/** The last word of a room: `lost` is said by the broker when it hears no more of it, `closed` by a room without a session. */
export const roomGoneSchema = z.strictObject({ v: z.literal(1), gone: z.enum(['lost', 'closed']) });
export type RoomGone = z.infer<typeof roomGoneSchema>;

/** Every PC has a topic of its own below this. */
export const ROOMS_TOPIC = 'stillroom/rooms';
/** A room tells how it stands this often, ms, and at once where something changes. */
export const BEAT_MS = 5_000;
/** Bytes of the longest message that can be one of ours: 40 letters of a name take up to 160. */
export const MOST_BYTES = 600;

const TOPIC = /^stillroom\/rooms\/([0-9a-f]{16})$/;

/** The PC that a topic is of, by its tag; null for other topics. */
export function tagOf(topic: string): string | null {
  return TOPIC.exec(topic)?.[1] ?? null;
}

/** What a message says; null for anything that is not exactly one of ours. Never throws. */
export function readRoom(text: string): RoomStatus | RoomGone | null {
  if (text.length > MOST_BYTES) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const status = roomStatusSchema.safeParse(value);
  if (status.success) return isSound(status.data) ? status.data : null;
  const gone = roomGoneSchema.safeParse(value);
  return gone.success ? gone.data : null;
}

/** No control or direction signs in a name, which would disturb the line that shows it. */
function isSound({ room }: RoomStatus): boolean {
  return room.trim() === room && !/[\p{C}\p{Zl}\p{Zp}]/u.test(room);
}
