/** A 16-bit stereo wav file of a sine between two stretches of silence, lengths in seconds. */
export function wavOf(tone: {
  readonly seconds: number;
  readonly before?: number;
  readonly after?: number;
  readonly rate?: number;
  /** Peak, dB of full scale. */
  readonly level?: number;
}): Buffer {
  const { seconds, before = 0, after = 0, rate = 44_100, level = -23 } = tone;
  const frames = Math.round((before + seconds + after) * rate);
  const bytes = Buffer.alloc(44 + frames * 4);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(2, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 4, 28);
  bytes.writeUInt16LE(4, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(frames * 4, 40);
  const from = Math.round(before * rate);
  for (let at = 0; at < Math.round(seconds * rate); at += 1) {
    const sample = Math.round(32_767 * 10 ** (level / 20) * Math.sin((2 * Math.PI * 997 * at) / rate));
    bytes.writeInt16LE(sample, 44 + (from + at) * 4);
    bytes.writeInt16LE(sample, 46 + (from + at) * 4);
  }
  return bytes;
}
