/** The app's own scheme and origin; windows and music come from here and from nowhere else. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'stillroom';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
