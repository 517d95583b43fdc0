import { dialog } from 'electron';

/** Kinds of files that the system's boxes ask for. */
export interface FileKind {
  readonly name: string;
  readonly extension: string;
}

/** The system's boxes for files; null where somebody closed them. */
export interface AskFile {
  readonly save: (suggested: string, kind: FileKind) => Promise<string | null>;
  readonly open: (kind: FileKind) => Promise<string | null>;
}

const filterOf = ({ name, extension }: FileKind) => [{ name, extensions: [extension] }];

/** Asks by the boxes of the operating system. */
export const systemAskFile: AskFile = {
  save: async (suggested, kind) => {
    const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggested, filters: filterOf(kind) });
    return canceled || filePath === '' ? null : filePath;
  },
  open: async (kind) => {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      properties: ['openFile'],
      filters: filterOf(kind),
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
};

/** Asks for music, several files or one folder; empty where the box was closed. Files of any name: the import says what they are. */
export async function chooseMusic(what: 'files' | 'folder'): Promise<readonly string[]> {
  const properties = what === 'files' ? (['openFile', 'multiSelections'] as const) : (['openDirectory'] as const);
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: [...properties] });
  return canceled ? [] : filePaths;
}
