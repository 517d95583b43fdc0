/** Texts: prompts. */
export const prompts = {} as const;
