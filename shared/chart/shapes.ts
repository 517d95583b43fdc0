/** What a colour means; the window's tokens say which colour that is. */
export type ChartRole =
  | 'text'
  | 'soft'
  | 'line'
  | 'card'
  | 'accent'
  | 'calm'
  | 'amber'
  | 'red'
  | 'before'
  | 'done'
  | 'planned'
  | 'after';

/** Across and down from the top left corner, CSS pixels. */
export type Spot = readonly [x: number, y: number];

/** One thing to draw. Lengths in CSS pixels; `alpha` 0 to 1, 1 where it is left out. */
export type Shape =
  | {
      readonly kind: 'path';
      readonly spots: readonly Spot[];
      readonly role: ChartRole;
      readonly width: number;
      readonly dash?: readonly number[];
      readonly alpha?: number;
    }
  | { readonly kind: 'area'; readonly spots: readonly Spot[]; readonly role: ChartRole; readonly alpha?: number }
  | {
      readonly kind: 'dot';
      readonly at: Spot;
      readonly radius: number;
      readonly role: ChartRole;
      /** A ring in place of a disc. */
      readonly hollow?: boolean;
      readonly alpha?: number;
    }
  | {
      readonly kind: 'text';
      readonly at: Spot;
      readonly text: string;
      readonly role: ChartRole;
      readonly align: 'left' | 'center' | 'right';
      readonly size: number;
    };

/** A straight line. */
export function line(from: Spot, to: Spot, role: ChartRole, width: number, dash: readonly number[] = []): Shape {
  return { kind: 'path', spots: [from, to], role, width, dash };
}

/** A box from its left upper to its right lower corner. */
export function box([left, top]: Spot, [right, bottom]: Spot, role: ChartRole, alpha = 1): Shape {
  return {
    kind: 'area',
    spots: [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
    role,
    alpha,
  };
}

/** Words whose middle lies at the height of `at`. */
export function words(
  at: Spot,
  text: string,
  role: ChartRole,
  size: number,
  align: 'left' | 'center' | 'right' = 'left',
): Shape {
  return { kind: 'text', at, text, role, align, size };
}

/** About how wide words are drawn, px: digits and letters of the fonts here are narrower than this. */
export function widthOf(text: string, size: number): number {
  return text.length * size * 0.6;
}
