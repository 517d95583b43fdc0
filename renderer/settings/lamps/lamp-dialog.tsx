import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { Connection, Lamp } from '../../../shared/lights/lamps.ts';
import { zoneNames } from '../../../shared/lights/scene.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ByEye } from './by-eye.tsx';
import { FoundLamps } from './found-lamps.tsx';
import { lampFormOf, newLampForm, readLampForm, triedOf, type LampErrors, type LampForm } from './lamp-form.ts';
import { TargetFields } from './target-fields.tsx';
import styles from './lamps.module.css';

export interface LampDialogProps {
  /** Null: a new one. */
  readonly known: Lamp | null;
  readonly connections: readonly Connection[];
  readonly onDone: (words: string | null) => void;
  readonly onClose: () => void;
}

/** One lamp: which one on its connection, what it is called, where it gives light, and how dim it can be. */
export function LampDialog({ known, connections, onDone, onClose }: LampDialogProps): ReactElement | null {
  const { t } = useTranslation();
  const client = useClient();
  const first = connections.find(({ id }) => id === known?.connectionId) ?? connections[0];
  const [form, setForm] = useState<LampForm | null>(() =>
    first === undefined ? null : known === null ? newLampForm(first) : lampFormOf(known, first),
  );
  const [tried, setTried] = useState(false);
  const [state, setState] = useState<Failure | 'saving' | null>(null);
  const connection = connections.find(({ id }) => id === form?.connectionId);
  if (form === null || connection === undefined) return null;
  const read = readLampForm(form, connection);
  const errors: LampErrors = tried ? (read.errors ?? {}) : {};
  const change = (next: Partial<LampForm>): void => setForm({ ...form, ...next });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (read.lamp === null) return;
    setState('saving');
    const answer = await client.request('lights.saveLamp', { lamp: read.lamp, isNew: form.id === null });
    if (answer.ok) onDone(null);
    else setState(answer);
  };
  const failed = state !== null && state !== 'saving' ? failureText(state) : null;
  const lamp = triedOf(form, connection);
  const title = known === null ? t('lamps.lamp.addTitle') : t('lamps.lamp.editTitle', { name: known.name });
  return (
    <Dialog title={title} wide onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate aria-label={title}>
        {known !== null || connections.length === 1 ? null : (
          <Segmented
            label={t('lamps.lamp.from')}
            wrap
            options={connections.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.connectionId}
            onChange={(id) => {
              const other = connections.find((one) => one.id === id);
              if (other !== undefined) setForm({ ...newLampForm(other), name: form.name, zone: form.zone });
            }}
          />
        )}
        {known === null ? (
          <FoundLamps
            key={connection.id}
            connection={connection}
            chosen={form.found}
            onChoose={({ name, target, dims, kelvin }) =>
              change({ found: target, dims, kelvin, name: form.name === '' ? name : form.name })
            }
            onNone={() => change({ found: null })}
          />
        ) : null}
        {form.found === null ? (
          <TargetFields form={form} kind={connection.kind} errors={errors} onChange={change} />
        ) : null}
        <Field
          label={t('lamps.lamp.name')}
          hint={t('lamps.lamp.nameHint')}
          error={errors['name'] === undefined ? null : t('lamps.error.name')}
        >
          {(control) => (
            <TextInput
              {...control}
              maxLength={60}
              value={form.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Segmented
          label={t('lamps.lamp.zone')}
          wrap
          options={zoneNames.map((value) => ({ value, label: t(`lamps.zone.${value}`) }))}
          value={form.zone}
          onChange={(zone) => change({ zone })}
        />
        <p className={styles.soft}>{t(`lamps.zoneHint.${form.zone}`)}</p>
        <Segmented
          label={t('lamps.lamp.dims')}
          options={[
            { value: 'yes', label: t('lamps.lamp.dimsYes') },
            { value: 'no', label: t('lamps.lamp.dimsNo') },
          ]}
          value={form.dims ? 'yes' : 'no'}
          onChange={(value) => change({ dims: value === 'yes' })}
        />
        {lamp === null ? null : (
          <ByEye
            lamp={{ ...lamp, id: form.id }}
            minimumLevel={form.minimumLevel}
            gamma={form.gamma}
            onChange={change}
          />
        )}
        {failed === null ? null : (
          <Banner tone="red">
            {failed.say} {failed.next}
          </Banner>
        )}
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" type="submit" disabled={state === 'saving'}>
            {t(state === 'saving' ? 'lamps.lamp.saving' : 'lamps.lamp.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
