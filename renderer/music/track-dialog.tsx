import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Failure } from '../../shared/ipc/answer.ts';
import type { Imported, TrackEdit } from '../../shared/music/library.ts';
import { musicPhases } from '../../shared/music/set.ts';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import styles from './music.module.css';
import type { Listed } from './use-pages.ts';

/** A track of the clinic's own. */
export type OwnTrack = Listed & { readonly imported: Imported };

export interface TrackDialogProps {
  readonly track: OwnTrack;
  readonly onClose: (changed: boolean) => void;
}

/** What staff say about one track of the clinic's own; removing it. */
export function TrackDialog({ track, onClose }: TrackDialogProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [edit, setEdit] = useState(() => editOf(track));
  const [state, setState] = useState<Failure | 'saving' | 'asking' | null>(null);
  const untitled = edit.title.trim() === '';
  const facts = useFacts(track);
  const act = async (asked: Promise<Answer<unknown>>): Promise<void> => {
    setState('saving');
    const answer = await asked;
    if (answer.ok) onClose(true);
    else setState(answer);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!untitled) void act(client.request('music.edit', { id: track.id, edit }));
  };
  const failed = state !== null && typeof state === 'object' ? failureText(state) : null;
  const cancel = <Button onClick={() => onClose(false)}>{t('common.cancel')}</Button>;
  if (state === 'asking')
    return (
      <Dialog
        title={track.title}
        onClose={() => onClose(false)}
        foot={
          <>
            {cancel}
            <Button tone="primary" onClick={() => void act(client.request('music.remove', { id: track.id }))}>
              {t('musicLibrary.edit.removeDo')}
            </Button>
          </>
        }
      >
        <p>{t('musicLibrary.edit.removeAsk')}</p>
      </Dialog>
    );
  return (
    <Dialog title={t('musicLibrary.list.editOf', { title: track.title })} wide onClose={() => onClose(false)}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Fields edit={edit} onChange={(change) => setEdit((old) => ({ ...old, ...change }))} />
        <p className={styles.soft}>{facts}</p>
        {failed === null ? null : (
          <Banner tone="amber">
            {failed.say} {failed.next}
          </Banner>
        )}
        <div className={styles.foot}>
          <Button onClick={() => setState('asking')}>{t('musicLibrary.edit.remove')}</Button>
          <span className={styles.space} />
          {cancel}
          <Button tone="primary" type="submit" disabled={untitled || state === 'saving'}>
            {t(state === 'saving' ? 'musicLibrary.edit.saving' : 'musicLibrary.edit.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly edit: TrackEdit;
  readonly onChange: (change: Partial<TrackEdit>) => void;
}

function Fields({ edit, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const text = (name: 'title' | 'artist' | 'album' | 'licence', label: string, hint: string | null = null) => (
    <Field
      label={label}
      hint={hint}
      error={name === 'title' && edit.title.trim() === '' ? t('musicLibrary.edit.titleNeeded') : null}
    >
      {(control) => (
        <TextInput
          {...control}
          maxLength={200}
          value={edit[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const yesNo = (name: 'lyrics' | 'percussion', label: string) => (
    <Segmented
      label={label}
      options={[
        { value: 'yes', label: t('musicLibrary.list.yes') },
        { value: 'no', label: t('musicLibrary.list.no') },
      ]}
      value={edit[name] ? 'yes' : 'no'}
      onChange={(value) => onChange({ [name]: value === 'yes' })}
    />
  );
  return (
    <>
      {text('title', t('musicLibrary.list.track'))}
      <div className={styles.pair}>
        {text('artist', t('musicLibrary.edit.artist'))}
        {text('album', t('musicLibrary.edit.album'))}
      </div>
      <Segmented
        label={t('musicLibrary.list.phase')}
        wrap
        options={musicPhases.map((phase) => ({ value: phase, label: t(`session.music.phases.${phase}`) }))}
        value={edit.phase}
        onChange={(phase) => onChange({ phase })}
      />
      <Segmented
        label={`${t('musicLibrary.list.intensity')}: ${t('musicLibrary.edit.intensityHint')}`}
        options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
        value={String(edit.intensity)}
        onChange={(value) => onChange({ intensity: Number(value) })}
      />
      <div className={styles.pair}>
        {yesNo('lyrics', t('musicLibrary.edit.lyricsLong'))}
        {yesNo('percussion', t('musicLibrary.edit.percussionLong'))}
      </div>
      {text('licence', t('musicLibrary.list.licence'), t('musicLibrary.edit.licenceHint'))}
    </>
  );
}

function editOf({ title, phase, intensity, lyrics, percussion, licence, imported }: OwnTrack): TrackEdit {
  const { artist, album } = imported;
  return { title, artist, album, phase, intensity, lyrics, percussion, licence };
}

/** Where it came from and what was found in it, in words. */
function useFacts({ imported }: OwnTrack): string {
  const { t } = useTranslation();
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  return t('musicLibrary.edit.facts', {
    file: imported.sourceName,
    start: seconds(imported.silenceStartMs),
    end: seconds(imported.silenceEndMs),
    from: t(imported.loudnessFrom === 'tag' ? 'musicLibrary.edit.tag' : 'musicLibrary.edit.measured'),
  });
}
