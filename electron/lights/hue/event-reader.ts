import { LightError } from '../limited.ts';

/** Longest line of the stream, bytes: one message tells of many lamps at once. */
const MAX_LINE = 512 * 1024;

/**
 * Takes a stream of server-sent events apart, however it was cut in pieces. The bridge sends one line of data a message
 * and greets with a comment; ids and comments are left alone.
 * @param onData one message's data. @returns eats bytes; throws `LightError('strangeReply')` for a line without an end
 */
export function eventReader(onData: (data: string) => void): (bytes: Buffer) => void {
  let kept: Buffer[] = [];
  let size = 0;

  const line = (bytes: Buffer): void => {
    const text = bytes.toString('utf8').trimEnd();
    if (text.startsWith('data:')) onData(text.slice('data:'.length).trimStart());
  };

  return (bytes) => {
    let begin = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, begin)) {
      line(Buffer.concat([...kept, bytes.subarray(begin, end)]));
      kept = [];
      size = 0;
      begin = end + 1;
    }
    if (begin === bytes.length) return;
    kept.push(bytes.subarray(begin));
    size += bytes.length - begin;
    if (size > MAX_LINE) throw new LightError('strangeReply');
  };
}
