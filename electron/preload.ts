import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { DROP_CHANNEL, PUSH_CHANNEL, REQUEST_CHANNEL, type WindowBridge } from '../shared/ipc/channels.ts';

/** All a window gets: functions that carry JSON strings, and one for files dropped on it. Neither `ipcRenderer` nor its events reach the page. */
const bridge: WindowBridge = {
  request: (message) => ipcRenderer.invoke(REQUEST_CHANNEL, String(message)) as Promise<string>,
  drop: async (files) => {
    // Empty for a file that a script made up.
    const paths = files.map((file) => webUtils.getPathForFile(file as File)).filter((path) => path !== '');
    return ipcRenderer.invoke(DROP_CHANNEL, JSON.stringify(paths)) as Promise<number>;
  },
  onPush: (listener) => {
    const forward = (_event: unknown, message: unknown): void => listener(String(message));
    ipcRenderer.on(PUSH_CHANNEL, forward);
    return () => {
      ipcRenderer.off(PUSH_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld('stillroom', bridge);
