import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { OutputView } from '../../shared/ipc/output.ts';
import type { ChosenOutput } from '../../shared/music/output.ts';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import type { DialogProps } from '../ui/dialog.tsx';
import { PickRow, PickRows } from '../ui/pick-row.tsx';
import { Segmented } from '../ui/segmented.tsx';
import styles from './headphones.module.css';

type Connection = ChosenOutput['connection'];
const connections = ['cable', 'wireless', 'socket'] as const satisfies readonly Connection[];

export interface HeadphonesDialogProps {
  readonly output: OutputView;
  readonly onClose: () => void;
  /** The dialog around it: over a live session, the one that carries the emergency. */
  readonly frame: (props: DialogProps) => ReactElement;
}

/** The outputs there are, and one press that has the music there and nowhere else. The list follows what is put in and pulled out. */
export function HeadphonesDialog({ output, onClose, frame: Frame }: HeadphonesDialogProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const { chosen } = output;
  const [picked, setPicked] = useState<string | null>(output.state === 'several' ? null : (chosen?.deviceId ?? ''));
  const [connection, setConnection] = useState<Connection | null>(chosen?.connection ?? null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const device = rowsOf(output).find(({ deviceId }) => deviceId === picked);
  const ready = picked === '' || (device !== undefined && connection !== null);
  const use = async (): Promise<void> => {
    setBusy(true);
    const wish = device === undefined || connection === null ? null : { ...pairOf(device), connection };
    const answer = await client.request('output.choose', { chosen: wish });
    setBusy(false);
    if (answer.ok) onClose();
    else setFailure(answer);
  };
  return (
    <Frame
      title={t('headphones.chooseTitle')}
      place="side"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={!ready || busy} onClick={() => void use()}>
            {picked === '' ? t('headphones.useNone') : t('headphones.use')}
          </Button>
        </>
      }
    >
      <p>{t('headphones.chooseLead')}</p>
      <PickRows label={t('headphones.title')}>
        {rowsOf(output).map(({ deviceId, label, there }) => (
          <PickRow key={deviceId} picked={picked === deviceId} onPick={() => setPicked(deviceId)} title={label}>
            {there ? null : t('headphones.gone')}
          </PickRow>
        ))}
        {output.devices.length === 0 ? <p>{t('headphones.noneThere')}</p> : null}
        <PickRow picked={picked === ''} onPick={() => setPicked('')} title={t('headphones.none')}>
          {t('headphones.noneHint')}
        </PickRow>
      </PickRows>
      {device === undefined ? null : (
        <>
          <Segmented
            label={t('headphones.connection')}
            wrap
            options={connections.map((value) => ({ value, label: t(`headphones.connections.${value}`) }))}
            value={connection}
            onChange={setConnection}
          />
          {connection === null ? null : <p className={styles.soft}>{t(`headphones.connectionHint.${connection}`)}</p>}
        </>
      )}
      {failure === null ? null : (
        <Banner tone="red">
          {failureText(failure).say} {failureText(failure).next}
        </Banner>
      )}
    </Frame>
  );
}

type Device = OutputView['devices'][number];

/** What can be chosen: what is there, and the chosen ones where they are not. */
function rowsOf({ devices, chosen, state }: OutputView): readonly (Device & { readonly there: boolean })[] {
  const rows = devices.map((device) => ({ ...device, there: true }));
  const missing =
    chosen !== null && state !== 'several' && devices.every(({ deviceId }) => deviceId !== chosen.deviceId);
  return missing ? [{ ...pairOf(chosen), there: false }, ...rows] : rows;
}

function pairOf({ deviceId, label }: Device): Device {
  return { deviceId, label };
}
