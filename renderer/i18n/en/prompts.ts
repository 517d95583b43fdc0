/** Prompts of the cue sheet, by `prompt.<code>`. */
export const prompts = {
  maskDown: 'Mask down',
  dimRoom: 'Please dim the lights by hand',
  raiseRoom: 'Please raise the lights a little by hand',
} as const;
