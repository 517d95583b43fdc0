import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/room-context.ts';
import { useJob } from '../../record/use-job.ts';
import { whyWords } from './health-words.ts';
import type { ConnectionForm } from './connection-form.ts';
import { failureText } from '../../i18n/failure.ts';

/** Pairing with a Hue bridge: waits for its button, told second by second, and ends when the dialog is left. */
export function usePairing(onPaired: (name: string) => void, form: ConnectionForm) {
  const { t } = useTranslation();
  const client = useClient();
  const { state, begin, stop } = useJob('huePairing');
  const { id: connectionId, host, certificate } = form;
  const name = form.name.trim();
  const done = state.kind === 'done';
  const tell = useEffectEvent(() => onPaired(name));
  useEffect(() => {
    if (done) tell();
  }, [done]);
  useEffect(() => stop, [stop]);
  const left = state.kind === 'running' ? Math.ceil((state.total - state.done) / 1000) : 0;
  const why = state.kind === 'failed' ? state.failure.params['why'] : undefined;
  return {
    pair: () => {
      if (certificate === null) return;
      void begin(() => client.request('lights.pair', { connectionId, name, host: host.trim(), certificate }));
    },
    stop,
    running: state.kind === 'running',
    /** What to do, or how it ended; null where there is nothing to say. */
    words:
      state.kind === 'running'
        ? `${t('lamps.connection.pairLead')} ${left > 0 ? t('lamps.connection.pairing', { seconds: left }) : ''}`
        : state.kind !== 'failed' || state.failure.code === 'job.stopped'
          ? null
          : why === 'notPressed'
            ? t('lamps.connection.pairLate')
            : `${failureText(state.failure).say} ${typeof why === 'string' ? whyWords(why) : ''}`,
  };
}
