import { app, session } from 'electron';
import { mayHave, mayKnow } from './permissions.ts';

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
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(mayHave(permission)));
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayKnow(permission, origin, details.mediaType),
  );
}
