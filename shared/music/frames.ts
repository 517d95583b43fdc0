/** One frame of a stream that consists of nothing else: its length in bytes and its samples. */
export interface Frame {
  readonly bytes: number;
  readonly samples: number;
  readonly rate: number;
}

const mpegRates: readonly (readonly number[])[] = [
  [11_025, 12_000, 8000],
  [],
  [22_050, 24_000, 16_000],
  [44_100, 48_000, 32_000],
];
const kbits1: readonly number[] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const kbits2: readonly number[] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const adtsRates: readonly number[] = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350,
];

/** The frame of an mp3 (MPEG 1, 2 and 2.5, layer III) that begins at `at`; null where none does. */
export function mp3Frame(bytes: Uint8Array, at: number): Frame | null {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return null;
  const version = (second >> 3) & 3;
  const rate = mpegRates[version]?.[(third >> 2) & 3];
  const kbits = (version === 3 ? kbits1 : kbits2)[third >> 4];
  if (rate === undefined || kbits === undefined || kbits === 0) return null;
  const samples = version === 3 ? 1152 : 576;
  return { bytes: Math.floor((samples * 125 * kbits) / rate) + ((third >> 1) & 1), samples, rate };
}

/** The ADTS frame that begins at `at`; null where none does. */
export function adtsFrame(bytes: Uint8Array, at: number): Frame | null {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0, seventh = 0] = bytes.subarray(at, at + 7);
  if (first !== 0xff || (second & 0xf6) !== 0xf0) return null;
  const rate = adtsRates[(third >> 2) & 15];
  const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
  if (rate === undefined || length < 7) return null;
  return { bytes: length, samples: 1024 * ((seventh & 3) + 1), rate };
}
