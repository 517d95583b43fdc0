import { contextBridge, ipcRenderer } from 'electron';
import { PUSH_CHANNEL, REQUEST_CHANNEL, type WindowBridge } from '../shared/ipc/channels.ts';

/** All a window gets: two functions that carry JSON strings. Neither `ipcRenderer` nor its events reach the page. */
const bridge: WindowBridge = {
  request: (message) => ipcRenderer.invoke(REQUEST_CHANNEL, String(message)) as Promise<string>,
  onPush: (listener) => {
    const forward = (_event: unknown, message: unknown): void => listener(String(message));
    ipcRenderer.on(PUSH_CHANNEL, forward);
    return () => {
      ipcRenderer.off(PUSH_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld('stillroom', bridge);
