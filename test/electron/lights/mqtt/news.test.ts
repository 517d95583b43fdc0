import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEWS_BYTES, readAvailability, readNumber, readState } from '../../../../electron/lights/mqtt/news.ts';

const of = (text: string): Buffer => Buffer.from(text);
const anything = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.json().map(of),
  fc.anything().map((value) => of(JSON.stringify({ state: value, brightness: value }) ?? '')),
);

describe('what topics say', () => {
  it('is read where it is what it should be', () => {
    expect(readState(of('{"state":"ON","brightness":12}'))).toEqual({ on: true });
    expect(readState(of('{"state":"OFF"}'))).toEqual({ on: false });
    expect(readState(of('{"linkquality":80}'))).toEqual({ on: null });
    expect(
      [' online\n', 'offline', '{"state":"online"}', '{"state":"offline"}'].map((text) => readAvailability(of(text))),
    ).toEqual([true, false, true, false]);
    expect(['0', ' 255 ', '12.5'].map((text) => readNumber(of(text)))).toEqual([0, 255, 12.5]);
    expect(['', '-1', '1e3', '0x10', 'ON', '9999999', '1 2'].map((text) => readNumber(of(text)))).toEqual(
      Array.from({ length: 7 }, () => null),
    );
  });

  it('is passed over where it is longer than a lamp could have to say', () => {
    const long = of(`{"state":"ON","x":"${'x'.repeat(NEWS_BYTES)}"}`);
    expect(readState(long)).toBeNull();
    expect(readAvailability(long)).toBeNull();
  });

  it('never throws, and means nothing but what it is for', () => {
    fc.assert(
      fc.property(anything, (payload) => {
        expect([true, false, null, undefined]).toContain(readState(payload)?.on);
        expect([true, false, null]).toContain(readAvailability(payload));
        const number = readNumber(payload);
        expect(number === null || number >= 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
