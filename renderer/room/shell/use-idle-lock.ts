import { useEffect, useEffectEvent } from 'react';
import type { AppStatus } from '../../../shared/ipc/contract.ts';

const MINUTE_MS = 60_000;

/** Locks after the settings' minutes without a press. One timer; a press only notes its moment. */
export function useIdleLock(status: AppStatus, lock: () => void): void {
  const lockNow = useEffectEvent(lock);
  const limitMs = status.settings.lockAfterMinutes * MINUTE_MS;
  const staffId = status.signedIn?.staffId ?? null;
  useEffect(() => {
    if (staffId === null) return undefined;
    let lastPress = performance.now();
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const left = lastPress + limitMs - performance.now();
      if (left <= 0) lockNow();
      else timer = setTimeout(look, left);
    };
    const press = (): void => {
      lastPress = performance.now();
    };
    timer = setTimeout(look, limitMs);
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('keydown', press, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('keydown', press, true);
    };
  }, [staffId, limitMs]);
}
