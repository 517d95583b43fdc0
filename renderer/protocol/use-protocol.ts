import { useEffect, useState } from 'react';
import { checkProtocol, type ProtocolIssue } from '../../shared/protocol/check-protocol.ts';
import {
  editDraft,
  historyOf,
  redoDraft,
  undoDraft,
  withValue,
  type DraftHistory,
} from '../../shared/protocol/edit-draft.ts';
import type { Draft } from '../../shared/protocol/form.ts';
import { protocolSchema, type Protocol } from '../../shared/protocol/schema.ts';
import type { Failure } from '../../shared/ipc/answer.ts';
import { useClient } from '../client/room-context.ts';
import { useRequest } from '../client/use-request.ts';
import { formIssue } from './form-issue.ts';
import { keepDraft, keptDraft } from './kept-draft.ts';

interface Open {
  readonly base: Protocol;
  readonly history: DraftHistory;
}

export type Told = Failure | { readonly say: 'saved' | 'exported' | 'imported'; readonly what: string } | null;

/** A protocol as a draft: what it says, and nothing of its versions. */
function opened(base: Protocol, now: Draft = base as unknown as Draft): Open {
  return { base, history: historyOf(now) };
}

function kept(): Open | null {
  const draft = keptDraft();
  return draft === null ? null : opened(draft.base, draft.now);
}

/** What stands against saving a draft: its form first, then what no session could hold. */
export function issuesOf(draft: Draft): readonly ProtocolIssue[] {
  const protocol = protocolSchema.safeParse(draft);
  if (protocol.success) return checkProtocol(protocol.data);
  return protocol.error.issues.map(formIssue);
}

/** The versions, the draft on the screen and what is done with it. */
export function useProtocol() {
  const client = useClient();
  const list = useRequest('protocols.list', {});
  const versions = list.data?.versions ?? [];
  const inForce = versions.at(-1)?.version ?? null;
  const [open, setOpen] = useState<Open | null>(kept);
  const [told, setTold] = useState<Told>(null);
  const unsaved = open !== null && JSON.stringify(open.history.now) !== JSON.stringify(open.base);
  useEffect(() => keepDraft(unsaved ? { base: open.base, now: open.history.now } : null), [open, unsaved]);

  const load = async (version: number): Promise<void> => {
    const answer = await client.request('protocols.get', { version });
    if (answer.ok) setOpen(opened(answer.data.protocol));
    else setTold(answer);
  };
  const missing = open === null && inForce !== null;
  useEffect(() => {
    if (missing) void load(inForce);
    // Once, when the list is there.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [missing]);

  const change = (make: (history: DraftHistory) => DraftHistory): void => {
    setTold(null);
    setOpen((old) => (old === null ? old : { ...old, history: make(old.history) }));
  };
  return {
    versions,
    inForce,
    open,
    unsaved,
    told: told ?? list.failure,
    show: (version: number) => void load(version),
    /** `field`: what is typed into, so that it is undone at once; null: a step of its own. */
    set: (path: readonly string[], value: Draft, field: string | null) =>
      change((history) => editDraft(history, withValue(history.now, path, value), field)),
    undo: () => change(undoDraft),
    redo: () => change(redoDraft),
    discard: () => setOpen((old) => (old === null ? old : opened(old.base))),
    save: async (note: string): Promise<void> => {
      const protocol = protocolSchema.safeParse(open?.history.now);
      if (open === null || !protocol.success) return;
      const change = { basedOn: open.base.version, protocol: protocol.data, note };
      const answer = await client.request('protocols.saveWhole', change);
      if (!answer.ok) return setTold(answer);
      await load(answer.data.version);
      list.again();
      setTold({ say: 'saved', what: String(answer.data.version) });
    },
    exportFile: async (): Promise<void> => {
      if (open === null) return;
      const answer = await client.request('protocols.writeFile', { version: open.base.version });
      if (!answer.ok) setTold(answer);
      else if (answer.data.name !== null) setTold({ say: 'exported', what: answer.data.name });
    },
    importFile: async (): Promise<void> => {
      const answer = await client.request('protocols.readFile', {});
      if (!answer.ok) return setTold(answer);
      const { protocol } = answer.data;
      if (protocol === null) return;
      change((history) => {
        const base = open?.base;
        // Number, author and time are of versions, not of what they say.
        const own =
          base === undefined ? {} : { id: base.id, version: base.version, author: base.author, madeAt: base.madeAt };
        return editDraft(history, { ...protocol, ...own } as unknown as Draft, null);
      });
      setTold({ say: 'imported', what: '' });
    },
  };
}
export type ProtocolOnScreen = ReturnType<typeof useProtocol>;
