import { describe, expect, it } from 'vitest';
import { createChargeLook, systemCharges } from '../../../electron/music/charge.ts';
import type { OutputView } from '../../../shared/ipc/output.ts';
import type { ChosenOutput } from '../../../shared/music/output.ts';

const buds: ChosenOutput = { deviceId: 'buds', label: 'Buds', connection: 'wireless' };

describe('the charge of the chosen headphones', () => {
  it('is asked for at once when they are there, then once a minute, and again when they come back', async () => {
    let view: OutputView = { state: 'waiting', chosen: buds, headphones: null, charge: null, devices: [] };
    let at = 0;
    const told: (readonly [string, number | null])[] = [];
    const look = createChargeLook({
      output: { view: () => view, charged: (label, percent) => void told.push([label, percent]) },
      charges: async () => [{ name: 'Buds', percent: 60 - told.length }],
      now: () => at,
    });
    await look();
    expect(told).toEqual([]);
    view = { ...view, state: 'present' };
    for (at = 0; at <= 62_000; at += 2_000) await look();
    expect(told).toEqual([
      ['Buds', 60],
      ['Buds', 59],
    ]);
    view = { ...view, state: 'lost' };
    await look();
    view = { ...view, state: 'present' };
    await look();
    expect(told).toHaveLength(3);
    view = { ...view, chosen: { ...buds, connection: 'cable' } };
    at += 120_000;
    await look();
    expect(told).toHaveLength(3);
  });

  it('is asked of UPower on Linux, of the system profile on macOS, and of nobody elsewhere', async () => {
    const asked: string[] = [];
    const ask = async (program: string) => {
      asked.push(program);
      return 'Device: a\n  model:  Buds\n    percentage:  7%\n';
    };
    expect(await systemCharges('linux', ask)).toEqual([{ name: 'Buds', percent: 7 }]);
    expect(await systemCharges('darwin', ask)).toEqual([]);
    expect(await systemCharges('win32', ask)).toEqual([]);
    expect(asked).toEqual(['upower', '/usr/sbin/system_profiler']);
    expect(await systemCharges('linux', async () => null)).toEqual([]);
  });
});
