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
    canvas.width = devicePixels(device.inlineSize, width);
    canvas.height = devicePixels(device.blockSize, height);
    size = { width, height, ratio: canvas.width / width };
    changed(size);
  });
  sizes.observe(canvas, { box: 'device-pixel-content-box' });
  const looks = new MutationObserver(() => {
    if (size !== null) changed(size);
  });
  looks.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'data-theme'] });
  // A part of the window has a theme of its own: the review turns dark as soon as a session runs in the room.
  looks.observe(document.body, { attributes: true, attributeFilter: ['data-theme'], subtree: true });
  return () => {
    sizes.disconnect();
    looks.disconnect();
  };
}

/** The box to the pixel where the browser tells it; a browser that only plays a finer screen tells that of its own. */
function devicePixels(told: number, css: number): number {
  const wanted = css * window.devicePixelRatio;
  return Math.abs(told - wanted) <= 1 ? told : Math.round(wanted);
}
