import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionKind } from '../../../shared/lights/lamps.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { LampErrors, LampForm } from './lamp-form.ts';
import styles from './lamps.module.css';

export interface TargetFieldsProps {
  readonly form: LampForm;
  readonly kind: ConnectionKind;
  readonly errors: LampErrors;
  readonly onChange: (change: Partial<LampForm>) => void;
}

/** Which lamp of its connection it is, entered by hand. */
export function TargetFields({ form, kind, errors, onChange }: TargetFieldsProps): ReactElement {
  const { t } = useTranslation();
  const says = (field: string): string | null => {
    const error = errors[field];
    if (error === undefined) return null;
    return typeof error === 'string' ? t(`lamps.error.${error}`) : t('lamps.error.number', { ...error });
  };
  type Text = 'channel' | 'topic' | 'stateTopic' | 'max' | 'entity' | 'segment';
  const text = (field: Text, label: string, hint: string | null = null) => (
    <Field label={label} hint={hint} error={says(field)}>
      {(control) => (
        <TextInput
          {...control}
          maxLength={200}
          value={form[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  switch (kind) {
    case 'sacn':
    case 'artnet':
      return (
        <div className={styles.pair}>
          {text('channel', t('lamps.target.channel'), t('lamps.target.channelHint'))}
          <div>
            <Segmented
              label={t('lamps.target.wide')}
              options={[
                { value: 'yes', label: t('lamps.lamp.dimsYes') },
                { value: 'no', label: t('lamps.target.wideNo') },
              ]}
              value={form.wide ? 'yes' : 'no'}
              onChange={(value) => onChange({ wide: value === 'yes' })}
            />
            <p className={styles.soft}>{t('lamps.target.wideHint')}</p>
          </div>
        </div>
      );
    case 'mqtt':
      return (
        <div className={styles.form}>
          <Segmented
            label={t('lamps.target.form')}
            wrap
            options={(['zigbee2mqtt', 'plainMqtt'] as const).map((value) => ({
              value,
              label: t(`lamps.target.forms.${value}`),
            }))}
            value={form.topicForm}
            onChange={(topicForm) => onChange({ topicForm })}
          />
          {form.topicForm === 'zigbee2mqtt' ? (
            text('topic', t('lamps.target.topic'), t('lamps.target.topicHint'))
          ) : (
            <div className={styles.pair}>
              {text('topic', t('lamps.target.setTopic'))}
              {text('stateTopic', t('lamps.target.stateTopic'))}
              {text('max', t('lamps.target.max'))}
            </div>
          )}
        </div>
      );
    case 'wled':
      return text('segment', t('lamps.target.segment'), t('lamps.target.segmentHint'));
    case 'homeAssistant':
      return text('entity', t('lamps.target.entity'), t('lamps.target.entityHint'));
    default:
      return <p className={errors['target'] === undefined ? styles.soft : styles.lost}>{t('lamps.target.ridHint')}</p>;
  }
}
