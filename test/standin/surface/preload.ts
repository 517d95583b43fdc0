/** The part of `electron` that a sandboxed preload may require here. */
export interface IpcRendererEvent {
  readonly sender: IpcRenderer;
}

type Listener = (event: IpcRendererEvent, ...args: unknown[]) => void;

export interface IpcRenderer {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  send(channel: string, ...args: unknown[]): void;
  on(channel: string, listener: Listener): unknown;
  once(channel: string, listener: Listener): unknown;
  off(channel: string, listener: Listener): unknown;
  removeListener(channel: string, listener: Listener): unknown;
  removeAllListeners(channel: string): unknown;
}

export interface ContextBridge {
  exposeInMainWorld(apiKey: string, api: unknown): void;
}

export interface WebFrame {
  setZoomFactor(factor: number): void;
  getZoomFactor(): number;
}

export interface WebUtils {
  getPathForFile(file: File): string;
}
