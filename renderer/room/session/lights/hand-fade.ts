/** By hand the light moves gently, but at once, ms. */
export const HAND_FADE_MS = 2_000;
