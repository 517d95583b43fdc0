import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { breaches, reachedFrom, type Sources } from './tools/source-rules.ts';

function sourcesOf(...folders: readonly string[]): Sources {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  );
  return new Map(
    files
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => [file.split(path.sep).join('/'), readFileSync(file, 'utf8')]),
  );
}

describe('the walls between layers', () => {
  it('hold', () => {
    const sources = sourcesOf('shared', 'electron', 'renderer');
    expect(sources.size).toBeGreaterThan(10);
    expect(breaches(sources)).toEqual([]);
  });

  it.each([
    ['shared/a.ts', "import { app } from 'electron';", 'shared/a.ts imports electron'],
    ['shared/a.ts', "import { readFileSync } from 'fs';", 'shared/a.ts imports fs'],
    ['shared/a.ts', "import type { FC } from 'react';", 'shared/a.ts imports react'],
    ['shared/time/a.ts', "export { x } from '../../electron/x.ts';", 'shared/time/a.ts imports electron/x.ts'],
    ['shared/a.ts', "const x = await import('node:os');", 'shared/a.ts imports node:os'],
    ['renderer/a.tsx', "import Store from 'electron-store';", 'renderer/a.tsx imports electron-store'],
    [
      'renderer/room/a.tsx',
      "import {\n  x,\n} from '../../electron/ipc/x.ts';",
      'renderer/room/a.tsx imports electron/ipc/x.ts',
    ],
    [
      'electron/a.ts',
      "import { Room } from '../renderer/room/room.tsx';",
      'electron/a.ts imports renderer/room/room.tsx',
    ],
    [
      'electron/a.ts',
      "import { clock } from '../test/helpers/clock.ts';",
      'electron/a.ts imports test/helpers/clock.ts',
    ],
    ['shared/a.ts', 'const now = Date.now();', 'shared/a.ts uses Date.now'],
    ['shared/a.ts', 'const now = new Date();', 'shared/a.ts uses new Date()'],
    ['shared/a.ts', 'const id = Math.random();', 'shared/a.ts uses Math.random'],
    ['shared/a.ts', 'setTimeout(() => {}, 1);', 'shared/a.ts uses setTimeout'],
    ['electron/windows/a.ts', "import { ipcMain } from 'electron';", 'electron/windows/a.ts uses ipcMain'],
    [
      'electron/a.ts',
      "import electron from 'electron';\nelectron.ipcRenderer.send('x');",
      'electron/a.ts uses ipcRenderer',
    ],
  ])('a breach in %s is seen: %s', (file, source, found) => {
    expect(breaches(new Map([[file, source]]))).toEqual([found]);
  });

  it('what a comment or a sentence says is not a breach', () => {
    const source = [
      "// import { app } from 'electron'; Date.now()",
      "/* new Date() */ const text = 'app://stillroom says Date.now()';",
      'const at = new Date(instant); const later = clock.setTimer;',
      "import * as z from 'zod/mini';",
    ].join('\n');
    expect(breaches(new Map([['shared/a.ts', source]]))).toEqual([]);
  });

  it.each(['electron/ipc/server.ts', 'electron/preload.ts'])('%s may use raw messages', (file) => {
    expect(breaches(new Map([[file, "import { ipcMain, ipcRenderer } from 'electron';"]]))).toEqual([]);
  });
});

describe('the record worker', () => {
  it('reaches no Electron', () => {
    const reached = reachedFrom('electron/record/worker.ts', sourcesOf('electron', 'shared'));
    expect(reached).toContain('better-sqlite3-multiple-ciphers');
    expect([...reached].filter((name) => /^electron(-store)?$/.test(name))).toEqual([]);
  });

  it('would be seen reaching Electron through another file', () => {
    const sources = new Map([
      ['electron/record/worker.ts', "import { open } from './open.ts';"],
      ['electron/record/open.ts', "import { app } from 'electron';"],
    ]);
    expect(reachedFrom('electron/record/worker.ts', sources)).toContain('electron');
  });
});
