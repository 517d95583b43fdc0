import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of UTF-8 text that comes in pieces, without their line feeds. Only a line feed ends a line (a reader of
 * Node's would also end one at U+2028, which JSON leaves as it is).
 * @param longest bytes of a line; throws a RangeError beyond, so that a strange file cannot fill the memory
 */
export async function* splitLines(pieces: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string> {
  let decoder = new StringDecoder('utf8');
  let begun = '';
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let to = bytes.indexOf(0x0a); to >= 0; to = bytes.indexOf(0x0a, from)) {
      yield begun + decoder.end(bytes.subarray(from, to));
      decoder = begun === '' ? decoder : new StringDecoder('utf8');
      begun = '';
      from = to + 1;
    }
    begun += decoder.write(bytes.subarray(from));
    if (begun.length > longest) throw new RangeError('a line is too long');
  }
  if (begun !== '') yield begun + decoder.end();
}
