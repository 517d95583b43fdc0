/** Body of an event whose body was erased. */
export const ERASED_BODY = { type: 'erased' } as const;

/** Whether a body is that of an event whose body was erased; no event is written with it. Without SQLite, for main. */
export function isErased(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'type' in body && body.type === ERASED_BODY.type;
}
