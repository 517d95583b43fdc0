import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import type { ArchiveSelection } from '../../../shared/people/archive.ts';
import { ActDialog } from '../act-dialog.tsx';
import own from './archive.module.css';
import { PassphraseFields } from './passphrase-fields.tsx';
import { SelectionFields } from './selection-fields.tsx';

export interface ExportDialogProps {
  readonly onExport: (wanted: RequestArgs<'archive.export'>) => Promise<Answer<unknown>>;
  readonly onClose: () => void;
}

/** Asks what goes into an archive, by which passphrase it opens, and who says so. */
export function ExportDialog({ onExport, onClose }: ExportDialogProps): ReactElement {
  const { t } = useTranslation();
  const [selection, setSelection] = useState<ArchiveSelection | null>({ what: 'everything' });
  const [passphrase, setPassphrase] = useState<string | null>(null);
  return (
    <ActDialog
      title={t('record.archive.export.title')}
      act={t('record.archive.export.act')}
      ready={selection !== null && passphrase !== null}
      onAct={async (signed) =>
        selection === null || passphrase === null
          ? { ok: false, kind: 'invalid', code: 'ipc.invalidField', params: {} }
          : onExport({ selection, passphrase, signed })
      }
      onClose={onClose}
    >
      <div className={own.fields}>
        <SelectionFields onChange={setSelection} />
        <PassphraseFields onChange={setPassphrase} />
      </div>
    </ActDialog>
  );
}
