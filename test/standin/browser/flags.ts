import { host } from '../host.ts';

/** Switches the app may hand on to Chromium through `app.commandLine`; others are remembered and change nothing. */
const handedOn = [
  'force-color-profile',
  'force-device-scale-factor',
  'js-flags',
  'lang',
  'use-fake-device-for-media-stream',
  'use-fake-ui-for-media-stream',
];

const switchedOff = [
  'AutofillServerCommunication',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'MediaRouter',
  'OptimizationHints',
  'Translate',
  // The pages behind the address line: loaded with every window, and nobody types an address here.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

const always = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--no-service-autorun',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--hide-crash-restore-bubble',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  // As Electron: music starts without a click, and no window is slowed for being hidden that asked not to be.
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // The app's pages come from the app alone; nothing has an address.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

function fromTheApp(): string[] {
  const given = [...host.chromiumSwitches].filter(([name]) => handedOn.includes(name));
  const off = [
    ...switchedOff,
    ...(host.chromiumSwitches.get('disable-features') ?? '').split(',').filter((name) => name !== ''),
  ];
  const on = host.chromiumSwitches.get('enable-features');
  return [
    ...given.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
    `--disable-features=${off.join(',')}`,
    ...(on === undefined ? [] : [`--enable-features=${on}`]),
  ];
}

/** Chromium refuses its sandbox to root; the second flag hides the bar that says so. */
function asRoot(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
}

/** The flags every start of the browser on this profile gets. */
export function profileFlags(profile: string): string[] {
  return [...always, ...asRoot(), ...fromTheApp(), `--user-data-dir=${profile}`];
}

/** The flags of a browser the stand-in drives; an unseen one has no windows and is heard all the same. */
export function drivenFlags(profile: string, unseen: boolean): string[] {
  return [
    ...profileFlags(profile),
    '--remote-debugging-pipe',
    '--no-startup-window',
    '--keep-alive-for-test',
    ...(unseen ? ['--headless=new'] : []),
    // A harness attaches its own client; without one there is no port at all.
    ...(host.hooked ? ['--remote-debugging-port=0'] : []),
  ];
}
