import { refuse } from '../strict.ts';
import type { PrintToPDFOptions } from '../surface/web-contents.ts';

/** Paper sizes in inches, as Electron names them. */
const paper: Record<string, readonly [number, number]> = {
  A3: [11.69, 16.54],
  A4: [8.27, 11.69],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
};

/** Electron's print options (inches) in the words of the DevTools protocol. */
export function pdfParameters(options: PrintToPDFOptions): object {
  const { pageSize = 'Letter', margins = {}, ...same } = options;
  const size = typeof pageSize === 'string' ? paper[pageSize] : ([pageSize.width, pageSize.height] as const);
  if (size === undefined) return refuse(`The stand-in does not know the paper size ${JSON.stringify(pageSize)}.`);
  const { top, bottom, left, right } = margins;
  return {
    ...same,
    paperWidth: size[0],
    paperHeight: size[1],
    ...(top === undefined ? {} : { marginTop: top }),
    ...(bottom === undefined ? {} : { marginBottom: bottom }),
    ...(left === undefined ? {} : { marginLeft: left }),
    ...(right === undefined ? {} : { marginRight: right }),
  };
}
