import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { changesBetween } from '../../shared/protocol/edit-draft.ts';
import type { Draft } from '../../shared/protocol/form.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { ChangeList } from './change-list.tsx';

export interface SaveProtocolProps {
  readonly base: Protocol;
  readonly draft: Draft;
  readonly onClose: () => void;
  readonly onSave: (note: string) => void;
}

/** What is different, in plain words, and why: then the next version is made. */
export function SaveProtocol({ base, draft, onClose, onSave }: SaveProtocolProps): ReactElement {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const before = base as unknown as Draft;
  const changes = changesBetween(before, draft);
  const cues = changes.filter(({ path }) => path[0] === 'cues').length;
  const version = base.version + 1;
  return (
    <Dialog
      title={t('protocolEditor.saveTitle', { version })}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" onClick={() => onSave(note.trim())}>
            {t('protocolEditor.saveDo', { version })}
          </Button>
        </>
      }
    >
      <p>{t('protocolEditor.saveText')}</p>
      <section aria-label={t('protocolEditor.changes', { version: base.version })}>
        <strong>{t('protocolEditor.changes', { version: base.version })}</strong>
        <ChangeList
          before={before}
          after={draft}
          changes={changes.filter(({ path }) => path[0] !== 'cues')}
          cues={cues}
        />
      </section>
      <Field label={t('protocolEditor.note')}>
        {(control) => (
          <TextInput {...control} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
