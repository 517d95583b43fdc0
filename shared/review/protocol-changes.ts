import { diffCues, type CueChange } from '../cues/diff-cues.ts';
import { fitProtocol } from '../protocol/default-protocol.ts';
import { changesBetween, type DraftChange } from '../protocol/edit-draft.ts';
import type { Draft } from '../protocol/form.ts';
import type { Protocol } from '../protocol/schema.ts';

/** What is of the version and not of what it says. */
const ofVersion: ReadonlySet<string> = new Set([
  'id',
  'schemaVersion',
  'version',
  'author',
  'madeAt',
  'cues',
  'bands.setAt',
  'bands.setBy',
]);

/** What differs between the protocol a session ran on and another version of it. */
export interface ProtocolChanges {
  /** The other version at this session's length: a session of another length differs in nothing by that alone. */
  readonly other: Protocol;
  readonly changes: readonly DraftChange[];
  readonly cues: readonly CueChange[];
}

/** From the session's protocol to the other. */
export function protocolChanges(own: Protocol, version: Protocol): ProtocolChanges {
  const other = fitProtocol(version, own.infusionMs);
  const all = changesBetween(own as unknown as Draft, other as unknown as Draft);
  const changes = all.filter(({ path }) => !ofVersion.has(path[0] ?? '') && !ofVersion.has(path.slice(0, 2).join('.')));
  return { other, changes, cues: diffCues(own.cues, other.cues) };
}
