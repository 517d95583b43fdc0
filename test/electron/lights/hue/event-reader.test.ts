import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventReader } from '../../../../electron/lights/hue/event-reader.ts';

function readIn(pieces: readonly Buffer[]): readonly string[] {
  const heard: string[] = [];
  const read = eventReader((data) => heard.push(data));
  for (const piece of pieces) read(piece);
  return heard;
}

describe('the event stream', () => {
  it('is the same however it is cut', () => {
    const text = ': hi\n\nid: 1:0\ndata: [{"name":"Grüße"}]\n\nid: 2:0\r\ndata:[]\r\n\r\nfoo: bar\n';
    const bytes = Buffer.from(text);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 }), (sizes) => {
        const pieces: Buffer[] = [];
        for (let at = 0, index = 0; at < bytes.length; index += 1) {
          const size = sizes[index % sizes.length]!;
          pieces.push(bytes.subarray(at, at + size));
          at += size;
        }
        expect(readIn(pieces)).toEqual(['[{"name":"Grüße"}]', '[]']);
      }),
      { numRuns: 100 },
    );
  });

  it('is refused where a line has no end', () => {
    const read = eventReader(() => undefined);
    const piece = Buffer.alloc(100_000, 'x');
    for (let times = 0; times < 5; times += 1) read(piece);
    expect(() => read(piece)).toThrow('strangeReply');
  });
});
