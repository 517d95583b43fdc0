import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckItem } from '../../../shared/protocol/check-item.ts';
import type { Author } from '../../../shared/session/event.ts';
import { Button } from '../../ui/button.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { itemWords } from './check-words.ts';
import { isComplete, StaffPin, unsigned } from './staff-pin.tsx';

export interface CheckSecondProps {
  readonly list: 'preChecks' | 'recovery';
  readonly item: CheckItem;
  readonly answeredBy: Author;
}

/** Where the clinic wants a second person: somebody else looks, and signs with their own PIN. */
export function CheckSecond({ list, item, answeredBy }: CheckSecondProps): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [signed, setSigned] = useState(unsigned);
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        {t('session.checks.second')}
      </Button>
      {open ? (
        <CommandDialog
          title={t('session.checks.secondTitle')}
          act={t('session.checks.sign')}
          command={
            isComplete(signed)
              ? { type: 'signCheck', list, itemId: item.id, checkerId: signed.staffId, pin: signed.pin }
              : null
          }
          place="middle"
          onClose={() => setOpen(false)}
        >
          <p>{itemWords(item)}</p>
          <StaffPin
            label={t('session.checks.secondPerson')}
            value={signed}
            onChange={setSigned}
            exceptId={answeredBy.kind === 'staff' ? answeredBy.staffId : null}
            roles={['nurse', 'clinician']}
          />
        </CommandDialog>
      ) : null}
    </>
  );
}
