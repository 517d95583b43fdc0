/** Longest side of a cover as it is kept, pixels: twice what the list shows. */
const SIDE = 192;

/** The picture at an address drawn anew, small, as base64 of a WebP file; null where it cannot be drawn. */
export async function coverOf(address: string): Promise<string | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    const picture = await createImageBitmap(await response.blob());
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
    const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
    return btoa(String.fromCharCode(...new Uint8Array(await drawn.arrayBuffer())));
  } catch {
    return null;
  }
}
