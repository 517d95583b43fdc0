/**
 * The three levels of attention, and no more: what each looks like and what it takes to be rid of it. An emergency is no
 * level: it takes the whole screen. A reminder never looks like a band: it has a clock and none of the bands' colours.
 */
export const attentionLevels = {
  /** Something is to be done at a time: it goes with the doing. */
  reminder: { sign: '◷', answer: 'none' },
  /** One press: seen, no symptoms. */
  amber: { sign: '◆', answer: 'press' },
  /** A name and an action. */
  red: { sign: '▲', answer: 'nameAndAction' },
} as const;
