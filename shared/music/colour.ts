/** A colour by lightness (0 to 1), chroma (0 grey, about 0.15 strong) and hue (degrees): equal steps look equal. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** Linear sRGB, each 0 to 1 where the screen can show it. */
type Rgb = readonly [number, number, number];

/** The nearest colour that a screen shows, as `#rrggbb`: what is too strong is made greyer, not lighter. */
export function hex({ l, c, h }: Oklch): string {
  let chroma = c;
  while (chroma > 0.001 && linear({ l, c: chroma, h }).some((part) => part < 0 || part > 1)) chroma *= 0.95;
  const parts = linear({ l, c: chroma, h }).map((part) => Math.round(encoded(part) * 255));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** How bright a colour `#rrggbb` is to the eye, 0 to 1 (WCAG's relative luminance). */
export function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => decoded(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Björn Ottosson's matrices (OKLab to linear sRGB). */
function linear({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function encoded(part: number): number {
  const whole = Math.min(1, Math.max(0, part));
  return whole <= 0.0031308 ? 12.92 * whole : 1.055 * whole ** (1 / 2.4) - 0.055;
}

function decoded(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
