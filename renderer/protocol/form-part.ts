import type { ProtocolIssue } from '../../shared/protocol/check-protocol.ts';
import type { Draft, FormNode } from '../../shared/protocol/form.ts';

/** One part of the form, where it stands and what stands in it. */
export interface FormPart {
  readonly node: FormNode;
  readonly path: readonly string[];
  /** All of the protocol, where a part names another. */
  readonly root: Draft;
  readonly value: Draft;
  readonly issues: readonly ProtocolIssue[];
  readonly mayEdit: boolean;
  readonly onSet: (path: readonly string[], value: Draft, field: string | null) => void;
}

/** A new name of a part, which no other has. */
export function newId(): string {
  return crypto.randomUUID();
}
