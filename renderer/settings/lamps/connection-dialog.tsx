import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../shared/lights/lamps.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChooseKind } from './choose-kind.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import { formOf, type ConnectionForm } from './connection-form.ts';

export interface ConnectionDialogProps {
  /** Null: a new one. */
  readonly known: Connection | null;
  readonly kinds: readonly string[];
  readonly onDone: (words: string | null) => void;
  readonly onClose: () => void;
}

/** A way to lamps: first which kind, or one that announces itself; then what it takes to reach it. */
export function ConnectionDialog({ known, kinds, onDone, onClose }: ConnectionDialogProps): ReactElement {
  const { t } = useTranslation();
  const [form, setForm] = useState<ConnectionForm | null>(() => (known === null ? null : formOf(known)));
  const title =
    known !== null
      ? t('lamps.connection.editTitle', { name: known.name })
      : form === null
        ? t('lamps.connection.addTitle')
        : t(`lamps.kind.${form.kind}.name`);
  return (
    <Dialog title={title} wide onClose={onClose}>
      {form === null ? (
        <ChooseKind kinds={kinds} onChoose={setForm} onClose={onClose} />
      ) : (
        <ConnectionFields
          form={form}
          onChange={(change) => setForm((old) => (old === null ? null : { ...old, ...change }))}
          onDone={onDone}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
