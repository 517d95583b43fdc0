import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { Blocks } from '../../../renderer/decoder/blocks.ts';
import { wavOf, wavSound } from '../../../renderer/decoder/wav.ts';

/** A file behind an address, as main answers ranges of it. */
function behind(file: Uint8Array<ArrayBuffer>): Blocks {
  vi.stubGlobal('fetch', async (_address: string, { headers }: { headers: { Range: string } }) => {
    const [, from = 0, to = 0] = (/bytes=(\d+)-(\d+)/.exec(headers.Range) ?? []).map(Number);
    const range = `bytes ${from}-${Math.min(to, file.length - 1)}/${file.length}`;
    return new Response(file.slice(from, to + 1), { status: 206, headers: { 'Content-Range': range } });
  });
  return new Blocks('address');
}

const writers = {
  u8: [1, 1, (view: DataView, at: number, x: number) => view.setUint8(at, Math.round(x * 127) + 128), 127],
  s16: [1, 2, (view: DataView, at: number, x: number) => view.setInt16(at, Math.round(x * 32_767), true), 32_767],
  s24: [
    ...([1, 3] as const),
    (view: DataView, at: number, x: number) => {
      const value = Math.round(x * 8_388_607);
      view.setUint16(at, value & 0xffff, true);
      view.setInt8(at + 2, value >> 16);
    },
    8_388_607,
  ],
  s32: [1, 4, (view: DataView, at: number, x: number) => view.setInt32(at, Math.round(x * 2 ** 31 - 1), true), 2 ** 31],
  f32: [3, 4, (view: DataView, at: number, x: number) => view.setFloat32(at, x, true), 1e7],
  f64: [3, 8, (view: DataView, at: number, x: number) => view.setFloat64(at, x, true), 1e7],
} as const;

/** A wav file of two channels: the one rises over its frames, the other falls. */
function fileOf(name: keyof typeof writers, frames: number, extensible: boolean): Uint8Array<ArrayBuffer> {
  const [kind, width, write] = writers[name];
  const format = extensible ? 40 : 16;
  const bytes = new Uint8Array(28 + format + frames * 2 * width);
  const view = new DataView(bytes.buffer);
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  word(0, 'RIFF');
  word(8, 'WAVEfmt ');
  view.setUint32(16, format, true);
  view.setUint16(20, extensible ? 0xfffe : kind, true);
  view.setUint16(22, 2, true);
  view.setUint32(24, 48_000, true);
  view.setUint16(32, 2 * width, true);
  view.setUint16(34, 8 * width, true);
  if (extensible) view.setUint16(44, kind, true);
  word(20 + format, 'data');
  view.setUint32(24 + format, frames * 2 * width, true);
  for (let at = 0; at < frames; at += 1)
    for (const channel of [0, 1])
      write(view, 28 + format + (at * 2 + channel) * width, ((channel === 0 ? at : -at) / frames) * 0.5);
  return bytes;
}

it.each(Object.keys(writers) as (keyof typeof writers)[])(
  'samples of %s are read as they were written',
  async (name) => {
    const frames = 70_000;
    const blocks = behind(fileOf(name, frames, name === 's24'));
    const wav = await wavOf(blocks);
    expect(wav).toMatchObject({ rate: 48_000, channels: 2 });
    if (wav === null) return;
    let at = 0;
    let worst = 0;
    for await (const { channels } of wavSound(blocks, wav)) {
      const [left = [], right = []] = channels;
      for (let index = 0; index < left.length; index += 1, at += 1)
        worst = Math.max(
          worst,
          Math.abs((left[index] ?? 0) - (at / frames) * 0.5),
          Math.abs((right[index] ?? 0) + (at / frames) * 0.5),
        );
    }
    expect(at).toBe(frames);
    expect(worst).toBeLessThan(2 / writers[name][3] + 1e-7);
  },
);

it('what is no wav file, or one that has to be decoded, is left to others, whatever its bytes', async () => {
  const law = fileOf('u8', 100, false);
  new DataView(law.buffer).setUint16(20, 7, true);
  expect(await wavOf(behind(law))).toBeNull();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 90 }), fc.boolean(), async (rest, riff) => {
      const bytes = new Uint8Array([...(riff ? fileOf('s16', 4, false).subarray(0, 20) : []), ...rest]);
      await wavOf(behind(bytes)).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    }),
    { numRuns: 60 },
  );
});
