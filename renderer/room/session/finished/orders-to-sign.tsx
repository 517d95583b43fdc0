import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unsignedOrders, type CallState } from '../../../../shared/session/call-state.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { timeOfDay } from '../format.ts';
import { isComplete, StaffPin, unsigned } from '../staff-pin.tsx';
import { useView } from '../view.ts';

/** Orders that came by telephone during the session: each waits for its doctor's own signature. */
export function OrdersToSign(): ReactElement {
  const { session } = useView();
  return (
    <>
      {unsignedOrders(session).map((call) => (
        <OrderToSign key={call.callId} call={call} />
      ))}
    </>
  );
}

function OrderToSign({ call: { callId, answer } }: { readonly call: CallState }): ReactElement | null {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [signed, setSigned] = useState(() => ({ ...unsigned, staffId: answer?.who.staffId ?? '' }));
  if (answer === null || answer.order === null) return null;
  return (
    <Banner tone="amber" actions={<Button onClick={() => setOpen(true)}>{t('session.override.sign')}</Button>}>
      {t('events.call.unsigned', { name: answer.who.name, time: timeOfDay(answer.at), text: answer.order.text })}
      {open ? (
        <CommandDialog
          title={t('session.override.signTitle')}
          act={t('session.override.signAct')}
          command={isComplete(signed) ? { type: 'signCallOrder', callId, ...signed } : null}
          place="middle"
          onClose={() => setOpen(false)}
        >
          <p>{answer.order.text}</p>
          <StaffPin
            label={t('session.override.prescriber')}
            value={signed}
            onChange={setSigned}
            exceptId={null}
            roles={['clinician']}
          />
        </CommandDialog>
      ) : null}
    </Banner>
  );
}
