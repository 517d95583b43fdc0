/**
 * What a browser of the tests does without, as one switch. Only the last such switch counts, so what Playwright turns off
 * by its own stands here too, as far as a page of ours can tell; the last two are the pages behind the address line, which
 * Chromium loads with every window and which cost more than the page that is tested.
 */
export const FEATURES_OFF = `--disable-features=${[
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
].join()}`;
