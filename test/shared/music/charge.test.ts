import { describe, expect, it } from 'vitest';
import { chargeOf, chargesFromMac, chargesFromUPower } from '../../../shared/music/charge.ts';

const upower = `Device: /org/freedesktop/UPower/devices/battery_BAT0
  native-path:          BAT0
  vendor:               Somebody
  model:                Laptop 7
  power supply:         yes
  battery
    state:               discharging
    percentage:          61%
Device: /org/freedesktop/UPower/devices/headset_dev_00_11_22_33_44_55
  native-path:          /org/bluez/hci0/dev_00_11_22_33_44_55
  model:                Quiet Buds
  serial:               00:11:22:33:44:55
  headset
    warning-level:       none
    percentage:          80%
    icon-name:          'headset-symbolic'
Device: /org/freedesktop/UPower/devices/mouse_dev_1
  model:                Coarse Mouse
  mouse
    battery-level:       low
    percentage:          10% (should be ignored)

Daemon:
  daemon-version:  0.99.20
`;

const mac = JSON.stringify({
  SPBluetoothDataType: [
    {
      controller_properties: { controller_state: 'attrib_on' },
      device_connected: [
        { 'Over-ear': { device_address: '00:11', device_batteryLevelMain: '70%', device_minorType: 'Headphones' } },
        {
          Pods: {
            ...{ device_batteryLevelCase: '5%', device_batteryLevelLeft: '92%', device_batteryLevelRight: '88%' },
          },
        },
        { Keyboard: { device_minorType: 'Keyboard' } },
      ],
    },
  ],
});

describe('the charge of devices', () => {
  it('is what UPower says, and not where it says itself that it is only a guess', () => {
    expect(chargesFromUPower(upower)).toEqual([
      { name: 'Laptop 7', percent: 61 },
      { name: 'Quiet Buds', percent: 80 },
    ]);
    expect(chargesFromUPower('')).toEqual([]);
    expect(chargesFromUPower(upower.replace('80%', '180%'))).toHaveLength(1);
  });

  it('is what macOS says: of two ears the emptier one, and never the case', () => {
    expect(chargesFromMac(mac)).toEqual([
      { name: 'Over-ear', percent: 70 },
      { name: 'Pods', percent: 88 },
    ]);
    for (const other of ['', '{}', '[]', 'no', '{"SPBluetoothDataType":[{}]}'])
      expect(chargesFromMac(other)).toEqual([]);
  });

  it('belongs to headphones by their name alone, also with what a browser adds to it', () => {
    const charges = [...chargesFromUPower(upower), ...chargesFromMac(mac)];
    expect(chargeOf('Quiet Buds', charges)).toBe(80);
    expect(chargeOf('Quiet Buds (Bluetooth)', charges)).toBe(80);
    expect(chargeOf('Quiet Buds Pro', charges)).toBeNull();
    expect(chargeOf('', [{ name: '', percent: 3 }])).toBeNull();
  });

  it('is not known where two of one name say different things', () => {
    const two = (other: number) => [
      { name: 'Buds', percent: 50 },
      { name: 'Buds', percent: other },
    ];
    expect(chargeOf('Buds', two(50))).toBe(50);
    expect(chargeOf('Buds', two(20))).toBeNull();
  });
});
