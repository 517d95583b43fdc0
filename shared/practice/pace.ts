/** How many times as fast as real time a practice may run. */
export const practicePaces = [1, 2, 5, 10, 30, 60, 120] as const;
export type PracticePace = (typeof practicePaces)[number];
