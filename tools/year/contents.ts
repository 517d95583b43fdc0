import { canonicalJson, sha256Hex } from '../../electron/record/canonical-json.ts';
import { defaultProtocol } from '../../shared/protocol/default-protocol.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { archiveContents, type Kept } from '../archive/contents.ts';
import type { SessionMusic } from '../../shared/music/set.ts';
import { DAY_MS, HOUR_MS } from './calendar.ts';

/** What the sessions of a year run on. */
export interface YearContents {
  /** Versions of the clinic's protocol, oldest first; each holds from the moment it was made. */
  readonly protocols: readonly Kept<Protocol>[];
  readonly music: readonly Kept<SessionMusic>[];
}

const ondansetron = { id: 'ondansetron', drug: 'Ondansetron', dose: '4 mg', route: 'IV', secondCheck: true };

/**
 * The built-in protocol, what the clinic made of it before its first session, and what it changed in the middle of the year.
 * @param first epoch ms of the year's first day
 * @param author the name that every version carries
 */
export function yearContents(first: number, author: string): YearContents {
  const builtIn = defaultProtocol(
    first - 29 * DAY_MS + 10 * HOUR_MS,
    'Stillroom default, to be reviewed by the clinic',
  );
  const madeAt = first - 20 * DAY_MS + 9 * HOUR_MS;
  const own: Protocol = {
    ...builtIn,
    ...{ title: 'Ketamine IV 50 min', version: 2, author, madeAt },
    bands: { ...builtIn.bands, setBy: author, setAt: madeAt },
    care: { ...builtIn.care, medicines: [ondansetron] },
  };
  const changedAt = first + 190 * DAY_MS + 9 * HOUR_MS;
  const { systolic } = own.bands;
  const later: Protocol = {
    ...own,
    ...{ version: 3, madeAt: changedAt },
    bands: { ...own.bands, setAt: changedAt, systolic: { ...systolic, amberHigh: 155 } },
    readingRules: { ...own.readingRules, baselineMaxAgeMs: 20 * 60_000 },
  };
  return { protocols: [builtIn, own, later].map(kept), music: archiveContents().music };
}

/** The version in force at a moment, epoch ms. */
export function protocolAt({ protocols }: YearContents, at: number): Kept<Protocol> {
  const found = protocols.findLast(({ value }) => value.madeAt <= at) ?? protocols[0];
  if (found === undefined) throw new Error('A clinic has a protocol');
  return found;
}

function kept(value: Protocol): Kept<Protocol> {
  return { hash: sha256Hex(Buffer.from(canonicalJson(value), 'utf8')), value };
}
