import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/answer.ts';
import { tracksOfEntries } from '../../shared/music/own-sets.ts';
import { editSet, historyOf, type SetEdit } from '../../shared/music/set-edit.ts';
import { useClient } from '../client/room-context.ts';
import { ShellContext, useShell } from '../client/shell-context.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { TopBar } from '../room/shell/top-bar.tsx';
import { Banner } from '../ui/banner.tsx';
import { Card } from '../ui/card.tsx';
import { LeaveDialog } from '../ui/leave-dialog.tsx';
import { CoverageCard } from './coverage-card.tsx';
import { keepDraft, keptDraft } from './kept-draft.ts';
import { RemoveDialog, useLeaving } from './leaving.tsx';
import { isUnsaved, lookAt, newSet, openOwn, type OpenSet } from './open-set.ts';
import { SetEditor, SetView } from './set-editor.tsx';
import { SetNames } from './set-names.tsx';
import { useAllTracks } from './use-all-tracks.ts';
import styles from './sets.module.css';

/** The music sets of this clinic: those built in to look at and copy, its own to put together. */
export function SetsScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const own = useRequest('music.ownSets', {});
  const offered = useRequest('music.sets', {});
  const all = useAllTracks();
  const [open, setOpen] = useState<OpenSet | null>(keptDraft);
  const { result, setResult, save, remove } = useSaving(open, setOpen, own.again);
  const [removing, setRemoving] = useState(false);
  const unsaved = isUnsaved(open);
  const leaving = useLeaving(useShell(), unsaved);
  useEffect(() => keepDraft(open), [open]);
  const show = (next: OpenSet | null): void => {
    setResult(null);
    setOpen(next);
  };
  const turnTo = (next: OpenSet): void => leaving.leave(() => show(next));
  const edit = (step: SetEdit | 'undo' | 'redo'): void => {
    setResult(null);
    setOpen((old) => (old === null || old.builtIn ? old : { ...old, history: editSet(old.history, step) }));
  };
  const ownSets = own.data?.sets ?? [];
  const ownIds = new Set(ownSets.map(({ id }) => id));
  const tracks = all.tracks ?? [];
  const bed = own.data?.bed ?? null;
  const failure = own.failure ?? offered.failure ?? all.failure;
  const draft = open?.history.now ?? null;
  return (
    <ShellContext value={leaving.shell}>
      <div className={styles.page} data-theme={status.liveSessionId === null ? 'daylight' : undefined}>
        <TopBar title={t('musicSets.title')} />
        {failure === null ? null : <Banner tone="red">{failureText(failure).say}</Banner>}
        <main className={styles.columns}>
          <SetNames
            own={ownSets}
            builtIn={(offered.data?.sets ?? []).map(({ set }) => set).filter(({ id }) => !ownIds.has(id))}
            openId={open?.setId ?? null}
            onOwn={(set) => turnTo(openOwn(set))}
            onBuiltIn={(set) => turnTo(lookAt(set))}
            onNew={() => turnTo(newSet(null))}
          />
          {open === null || draft === null ? (
            <Card title={null} label={t('musicSets.title')}>
              <p className={styles.soft}>{t('musicSets.choose')}</p>
            </Card>
          ) : open.builtIn ? (
            <SetView
              open={open}
              tracks={tracks}
              onCopy={() => show(newSet({ ...draft, title: t('musicSets.copyOf', { title: draft.title }) }))}
            />
          ) : (
            <SetEditor
              key={open.setId}
              open={open}
              tracks={tracks}
              bedId={bed?.id ?? null}
              result={result}
              onEdit={edit}
              onSave={() => void save()}
              onDiscard={() => leaving.leave(() => show(open.setId === null ? null : reset(open)))}
              onRemove={() => setRemoving(true)}
            />
          )}
          {draft === null ? null : <CoverageCard tracks={tracksOfEntries(draft.entries, tracks)} bed={bed} />}
        </main>
        {leaving.asked === null ? null : (
          <LeaveDialog
            text={t('musicSets.leaveText', {
              title: (draft?.title ?? '').trim() === '' ? t('musicSets.unnamed') : (draft?.title ?? ''),
            })}
            onStay={leaving.answered}
            onLeave={() => {
              const act = leaving.asked;
              leaving.answered();
              setOpen((old) => (old === null ? null : reset(old)));
              keepDraft(null);
              act?.();
            }}
          />
        )}
        {removing ? (
          <RemoveDialog
            title={open?.saved.title ?? ''}
            onStay={() => setRemoving(false)}
            onRemove={() => {
              setRemoving(false);
              void remove();
            }}
          />
        ) : null}
      </div>
    </ShellContext>
  );
}

/** The set as it was saved. */
function reset(open: OpenSet): OpenSet {
  return { ...open, history: historyOf(open.saved) };
}

/** Saving and removing the set on the screen; what fails leaves it there. */
function useSaving(open: OpenSet | null, setOpen: (open: OpenSet | null) => void, again: () => void) {
  const client = useClient();
  const [result, setResult] = useState<Failure | 'saving' | 'saved' | null>(null);
  const save = async (): Promise<void> => {
    if (open === null || open.builtIn) return;
    const { now } = open.history;
    const set = { ...now, title: now.title.trim(), description: now.description.trim() };
    setResult('saving');
    const answer = await client.request('music.sets.save', { setId: open.setId, set });
    if (!answer.ok) return setResult(answer);
    setOpen({ ...open, setId: answer.data.setId, saved: set, history: { ...open.history, now: set } });
    setResult('saved');
    again();
  };
  const remove = async (): Promise<void> => {
    if (open === null || open.setId === null || open.builtIn) return;
    const answer = await client.request('music.sets.remove', { setId: open.setId });
    if (!answer.ok) return setResult(answer);
    setResult(null);
    setOpen(null);
    again();
  };
  return { result, setResult, save, remove };
}
