import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shell } from '../client/shell-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Asks before a set is removed. */
export function RemoveDialog({
  title,
  onStay,
  onRemove,
}: {
  readonly title: string;
  readonly onStay: () => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('musicSets.removeTitle', { title })}
      onClose={onStay}
      foot={
        <>
          <Button onClick={onStay}>{t('common.cancel')}</Button>
          <Button tone="primary" onClick={onRemove}>
            {t('musicSets.removeDo')}
          </Button>
        </>
      }
    >
      <p>{t('musicSets.removeText')}</p>
    </Dialog>
  );
}

/**
 * Does what leaves the set on the screen, or asks first where that would lose something. `shell` is the one given, with
 * every way out of the screen asking; locking never asks.
 */
export function useLeaving(
  shell: Shell,
  unsaved: boolean,
): {
  readonly shell: Shell;
  readonly asked: (() => void) | null;
  readonly leave: (act: () => void) => void;
  readonly answered: () => void;
} {
  const [asked, setAsked] = useState<(() => void) | null>(null);
  const leave = (act: () => void): void => (unsaved ? setAsked(() => act) : act());
  return {
    shell: {
      ...shell,
      // The running session is never further than one press away.
      go: (place) => (place === 'session' ? shell.go(place) : leave(() => shell.go(place))),
      read: (reviewed) => leave(() => shell.read(reviewed)),
    },
    asked,
    leave,
    answered: () => setAsked(null),
  };
}
