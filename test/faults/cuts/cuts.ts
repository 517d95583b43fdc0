import type { Image } from './image.ts';

/** Bytes of a page, and of a frame of the log before its page; the log begins with a header. */
const PAGE = 4_096;
const FRAME_HEAD = 24;
const LOG_HEAD = 32;

/** What a disk that lost or garbled something gives back. */
export interface Cut {
  readonly name: string;
  readonly file: Buffer;
  readonly log: Buffer;
}

/** The file cut at every page boundary; every page lost (zeros), or torn: its second half never written. */
export function* fileCuts({ file, log }: Image): Generator<Cut> {
  for (let at = 0; at < file.length; at += PAGE) {
    const page = at / PAGE + 1;
    yield { name: `file ends before page ${page}`, file: file.subarray(0, at), log };
    yield { name: `page ${page} is zeros`, file: zeroed(file, at, at + PAGE), log };
    yield { name: `page ${page} is torn`, file: zeroed(file, at + PAGE / 2, at + PAGE), log };
  }
}

/** The log cut at every frame boundary and within every frame; every frame's page lost. */
export function* logCuts({ file, log }: Image): Generator<Cut> {
  yield { name: 'log is empty', file, log: log.subarray(0, 0) };
  yield { name: 'head of the log is zeros', file, log: zeroed(log, 0, LOG_HEAD) };
  for (let at = LOG_HEAD; at < log.length; at += FRAME_HEAD + PAGE) {
    const frame = (at - LOG_HEAD) / (FRAME_HEAD + PAGE) + 1;
    yield { name: `log ends before frame ${frame}`, file, log: log.subarray(0, at) };
    yield { name: `log ends within frame ${frame}`, file, log: log.subarray(0, at + FRAME_HEAD + PAGE / 2) };
    yield { name: `page of frame ${frame} is zeros`, file, log: zeroed(log, at + FRAME_HEAD, at + FRAME_HEAD + PAGE) };
  }
}

function zeroed(bytes: Buffer, from: number, until: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(0, from, until);
  return copy;
}
