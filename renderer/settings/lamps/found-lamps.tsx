import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { RequestData } from '../../../shared/ipc/contract.ts';
import type { Connection, Target } from '../../../shared/lights/lamps.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { whyWords } from './health-words.ts';
import styles from './lamps.module.css';

type Found = RequestData<'lights.findLamps'>['lamps'][number];

export interface FoundLampsProps {
  readonly connection: Connection;
  readonly chosen: Target | null;
  readonly onChoose: (lamp: Found) => void;
  /** It is entered by hand. */
  readonly onNone: () => void;
}

/** The lamps that a connection names, to choose one; a DMX line names none. */
export function FoundLamps({ connection, chosen, onChoose, onNone }: FoundLampsProps): ReactElement | null {
  const { t } = useTranslation();
  const client = useClient();
  const [state, setState] = useState<{ readonly lamps: readonly Found[] } | Failure | 'looking' | null>(null);
  useEffect(() => () => void client.request('lights.stop', {}), [client]);
  if (connection.kind === 'sacn' || connection.kind === 'artnet') return null;
  const look = async (): Promise<void> => {
    setState('looking');
    const answer = await client.request('lights.findLamps', { connectionId: connection.id });
    setState(answer.ok ? answer.data : answer);
  };
  const looked = state !== null && typeof state === 'object' && 'lamps' in state;
  const found = looked ? state.lamps : [];
  const failed = state !== null && typeof state === 'object' && 'code' in state ? state : null;
  const at = found.findIndex(({ target }) => JSON.stringify(target) === JSON.stringify(chosen));
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Button disabled={state === 'looking'} onClick={() => void look()}>
          {t(state === 'looking' ? 'lamps.lamp.finding' : 'lamps.lamp.find')}
        </Button>
        {looked && found.length === 0 ? <span role="status">{t('lamps.lamp.foundNone')}</span> : null}
      </div>
      {failed === null ? null : (
        <Banner tone="amber">
          {failureText(failed).say} {whyWords(String(failed.params['why'] ?? ''))}
        </Banner>
      )}
      {found.length === 0 ? null : (
        <Field label={t('lamps.lamp.found')}>
          {(control) => (
            <Select
              {...control}
              value={String(at)}
              onChange={(event) => {
                const lamp = found[Number(event.target.value)];
                if (lamp === undefined) onNone();
                else onChoose(lamp);
              }}
            >
              <option value="-1">{t('lamps.lamp.own')}</option>
              {found.map((lamp, index) => (
                <option key={JSON.stringify(lamp.target)} value={index}>
                  {lamp.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}
