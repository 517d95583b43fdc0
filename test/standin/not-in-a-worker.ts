throw new Error('electron cannot be used in a worker thread: keep it in the main process and pass messages.');

export {};
