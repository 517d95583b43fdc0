/** The size of a canvas: in CSS pixels, and how many device pixels each of them is. */
export interface CanvasSize {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/**
 * Tells when a canvas has to be drawn again although what it shows has not changed: another size or pixel ratio, another
 * theme, or a screen that dims with the room. Returns the function that ends it.
 */
export function watchCanvas(canvas: HTMLCanvasElement, changed: (size: CanvasSize) => void): () => void {
  let size: CanvasSize | null = null;
  const sizes = new ResizeObserver(([entry]) => {
    const device = entry?.devicePixelContentBoxSize[0];
    if (entry === undefined || device === undefined) return;
    const { width, height } = entry.contentRect;
    if (width < 1 || height < 1) return;
    canvas.width = device.inlineSize;
    canvas.height = device.blockSize;
    size = { width, height, ratio: device.inlineSize / width };
    changed(size);
  });
  sizes.observe(canvas, { box: 'device-pixel-content-box' });
  const looks = new MutationObserver(() => {
    if (size !== null) changed(size);
  });
  looks.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'data-theme'] });
  return () => {
    sizes.disconnect();
    looks.disconnect();
  };
}
