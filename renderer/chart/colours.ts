import type { ChartRole } from '../../shared/chart/shapes.ts';

/** The token of the theme that a role takes its colour from. */
const tokens: Readonly<Record<ChartRole, string>> = {
  text: '--text',
  soft: '--soft',
  line: '--line',
  card: '--card',
  accent: '--accent',
  calm: '--calm',
  amber: '--amber',
  red: '--red',
  before: '--segment-before',
  done: '--segment-done',
  planned: '--segment-plan',
  after: '--segment-after',
};

export type Colours = Readonly<Record<ChartRole, string>>;

/** The colours of the theme as they are where the canvas stands, dimmed as far as the room is. */
export function coloursAt(style: CSSStyleDeclaration): Colours {
  const entries = Object.entries(tokens).map(([role, token]) => [role, style.getPropertyValue(token)]);
  return Object.fromEntries(entries) as Colours;
}
