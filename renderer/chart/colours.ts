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

/**
 * The colours of the theme as they are where the canvas stands, dimmed as far as the room is. Tokens are mixtures that
 * only the style engine works out: hidden elements ask it for all of them at once, so that the page is styled once.
 */
export function coloursAt(canvas: HTMLCanvasElement): Colours {
  const probe = document.createElement('i');
  probe.hidden = true;
  const asked = Object.entries(tokens).map(([role, token]) => {
    const one = document.createElement('i');
    one.style.setProperty('color', `var(${token})`);
    probe.append(one);
    return [role, one] as const;
  });
  canvas.after(probe);
  const entries = asked.map(([role, one]) => [role, getComputedStyle(one).color]);
  probe.remove();
  return Object.fromEntries(entries) as Colours;
}
