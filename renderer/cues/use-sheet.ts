import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { RequestData } from '../../shared/ipc/contract.ts';
import type { SheetEdit } from '../../shared/cues/edit-sheet.ts';
import { editSheet, sheetHistoryOf } from '../../shared/cues/sheet-history.ts';
import { useClient } from '../client/room-context.ts';
import { useRequest } from '../client/use-request.ts';
import { keepSheet, keptSheet } from './kept-sheet.ts';
import { isUnsaved, openSheet, type OpenSheet } from './open-sheet.ts';

export type Version = RequestData<'protocols.list'>['versions'][number];
export type SheetResult = Failure | 'saving' | { readonly saved: number } | null;

/** What the screen's parts may do with the sheet. */
export interface SheetActs {
  /** `gesture`: what the step is a part of; null: a step of its own. */
  readonly edit: (step: SheetEdit | 'undo' | 'redo', gesture?: string | null) => void;
  readonly choose: (cueId: string | null) => void;
}

/** The versions, the sheet on the screen and what is done with it. What was drawn outlives the lock of the screen. */
export function useSheet() {
  const client = useClient();
  const list = useRequest('protocols.list', {});
  const versions = list.data?.versions ?? [];
  const inForce = versions.at(-1)?.version ?? null;
  const [open, setOpen] = useState<OpenSheet | null>(keptSheet);
  const [result, setResult] = useState<SheetResult>(null);
  const wanted = useRef<number | null>(null);
  useEffect(() => keepSheet(open), [open]);

  const load = async (version: number): Promise<void> => {
    wanted.current = version;
    const answer = await client.request('protocols.get', { version });
    // Another version was chosen while this one was fetched.
    if (wanted.current !== version) return;
    if (answer.ok) setOpen(openSheet(answer.data.protocol));
    else setResult(answer);
  };
  useEffect(() => {
    if (open === null && inForce !== null && wanted.current === null) void load(inForce);
  });

  const made = async (
    answer: Promise<Awaited<ReturnType<typeof client.request<'protocols.save'>>>>,
  ): Promise<boolean> => {
    setResult('saving');
    const given = await answer;
    if (!given.ok) {
      setResult(given);
      list.again();
      return false;
    }
    await load(given.data.version);
    setResult({ saved: given.data.version });
    list.again();
    return true;
  };

  const acts: SheetActs = {
    edit: (step, gesture = null) => {
      setResult(null);
      setOpen((old) => (old === null ? old : { ...old, history: editSheet(old.history, step, old.protocol, gesture) }));
    },
    choose: (chosenId) => setOpen((old) => (old === null ? old : { ...old, chosenId })),
  };
  return {
    versions,
    inForce,
    failure: list.failure,
    open,
    unsaved: isUnsaved(open),
    result,
    acts,
    /** Shows a version as it was saved; what was drawn is gone. */
    show: (version: number) => {
      setResult(null);
      void load(version);
    },
    discard: () => {
      setResult(null);
      setOpen((old) => (old === null ? old : { ...old, history: sheetHistoryOf(old.protocol.cues) }));
    },
    save: (note: string) => {
      if (open === null) return Promise.resolve(false);
      const cues = [...open.history.now];
      return made(client.request('protocols.save', { basedOn: open.protocol.version, cues, note }));
    },
    takeAgain: (version: number) =>
      inForce === null
        ? Promise.resolve(false)
        : made(client.request('protocols.takeAgain', { basedOn: inForce, version })),
  };
}
