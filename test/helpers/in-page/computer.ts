import type { AppStatus } from '../../../shared/ipc/contract.ts';
import { pcChecks } from '../../../shared/pc/pc-rules.ts';
import type { PcShown } from '../../../shared/pc/pc-check.ts';

/** A computer with a full disk on a system that keeps no sign of a restart; the rest as the status says. */
export function seenInPage(status: AppStatus, wallMs: number): PcShown[] {
  const { output, player, lampHealth } = status;
  return [
    ...pcChecks({
      ...{ freeBytes: 640_000_000, sleepBlocked: true, restartPending: null, output, player, lampHealth },
      lampNames: lampHealth.lamps.map(({ id }) => ({ id, name: id })),
      clock: { wallMs, setByMs: 0, newestMs: null, timeZone: 'Europe/Copenhagen', sessionZone: 'Europe/Copenhagen' },
    }),
  ];
}
