import { app, session } from 'electron';
import { APP_ORIGIN } from './origin.ts';

/** What the pages may ask the browser for: to choose the headphones. Everything else is refused. */
const allowedPermissions: readonly string[] = ['speaker-selection'];

/** No page of ours navigates, opens windows, embeds another or gets a permission it does not need. */
export function hardenWindows(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Needs `ready`. */
export function hardenSession(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(allowedPermissions.includes(permission)),
  );
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => allowedPermissions.includes(permission) && origin.startsWith(APP_ORIGIN),
  );
}
