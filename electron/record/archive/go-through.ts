import { failure } from '../../../shared/ipc/answer.ts';
import type { ArchiveCounts, ArchivePreview } from '../../../shared/people/archive.ts';
import { sessionStream } from '../../../shared/session/event.ts';
import { Refused } from '../failures.ts';
import type { ArchiveSource, JobContext } from '../jobs/job-types.ts';
import type { Reading } from '../reading.ts';
import type { ContentLine, HeaderLine } from './format.ts';
import { ImportPlan, type ImportPart } from './plan.ts';
import { readArchive } from './read-archive.ts';
import { openLines } from './sealed-lines.ts';

/** What was found when an archive had been read to its end. */
export interface GoneThrough {
  readonly header: HeaderLine;
  /** SHA-256 of all lines, hex: two readings with the same one read the same. */
  readonly sha256: string;
  readonly counted: ImportPlan['counted'];
}

/** What is to be done with what the record lacks. */
export interface Taker {
  readonly content?: (content: ContentLine) => Promise<void>;
  readonly part?: (part: ImportPart) => Promise<void>;
}

/**
 * Reads an archive from its first line to its last beside the record it may go into.
 * @param told how many lines have been read, of how many
 * @throws `Refused` where it is not whole, not ours or of the other kind of record; the signal's reason
 */
export async function goThrough(
  reading: Reading,
  { options, signal }: Pick<JobContext, 'options' | 'signal'>,
  source: ArchiveSource,
  told: (done: number, total: number) => void,
  take: Taker = {},
): Promise<GoneThrough> {
  const plan = new ImportPlan(reading.reader, new Set(source.untouched.map(sessionStream)));
  let header: HeaderLine | null = null;
  let sha256: string | null = null;
  let done = 0;
  for await (const part of readArchive(openLines(source.file, source.using))) {
    signal.throwIfAborted();
    if (part.part === 'header') {
      if (part.header.kind !== options.kind) throw new Refused(failure('refused', 'archive.otherKind'));
      header = part.header;
      continue;
    }
    if (part.part === 'end') sha256 = part.sha256;
    if (part.part === 'content') await take.content?.(part.content);
    if (part.part === 'events') {
      const missing = plan.take(part.stream, part.events);
      if (missing !== null) await take.part?.(missing);
    }
    done += part.part === 'events' ? part.events.length : 1;
    told(done, totalOf(header?.counts ?? null));
  }
  if (header === null || sha256 === null) throw new Refused(failure('refused', 'archive.cut'));
  return { header, sha256, counted: plan.counted };
}

/** What a reading found, as it is shown before anything is done. */
export function previewOf({ header, counted }: GoneThrough, pc: string): ArchivePreview {
  const { archiveId, createdAt, selection, counts } = header;
  return { archiveId, pc: header.pc, samePc: header.pc === pc, createdAt, selection, counts, ...counted };
}

function totalOf(counts: ArchiveCounts | null): number {
  return counts === null ? 0 : counts.events + counts.contents;
}
