import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAll, partsOf } from '../../tools/build.ts';

/** A tree of the app's layout, inside the project so that it finds the packages. */
const sources: Readonly<Record<string, string>> = {
  'shared/number.ts':
    "import * as z from 'zod/mini';\nexport const parse = (value: unknown) => z.number().parse(value);",
  'electron/main.ts': `
    import { app } from 'electron';
    import Store from 'electron-store';
    import { Worker } from 'node:worker_threads';
    import { parse } from '../shared/number.ts';
    new Worker(new URL('./record-worker.js', import.meta.url));
    new Store().set('a', parse(app.getVersion()));`,
  'electron/record/worker.ts': `
    import Database from 'better-sqlite3-multiple-ciphers';
    import { parse } from '../../shared/number.ts';
    new Database(String(parse(1)));`,
  'electron/preload.ts': `
    import { contextBridge } from 'electron';
    import { parse } from '../shared/number.ts';
    contextBridge.exposeInMainWorld('room', { parse });`,
  'renderer/room.html': '<!doctype html><title>room</title><script type="module" src="./room/main.tsx"></script>',
  'renderer/room/main.tsx':
    "import './room.css';\nimport { parse } from '../../shared/number.ts';\ndocument.title = String(parse(1));",
  'renderer/room/room.css':
    "@font-face { font-family: 'Small'; src: url('./small.woff2'); }\np { font-family: 'Small'; }",
  'renderer/room/small.woff2': 'so small that a bundler would like to inline it',
};

let root = '';
const read = (file: string) => readFileSync(path.join(root, 'dist', file), 'utf8');
const importsOf = (file: string) =>
  [...read(file).matchAll(/^import .*?from ["']([^"']+)["']/gm)].map((match) => match[1]);

beforeAll(async () => {
  mkdirSync('out/test', { recursive: true });
  root = mkdtempSync(path.resolve('out/test/build-'));
  for (const [file, text] of Object.entries(sources)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  await buildAll({ root, out: path.join(root, 'dist') });
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the build', () => {
  it('makes the main process one ES module that leaves only Electron and Node outside', () => {
    const outside = importsOf('main/main.js').filter((name) => !name?.startsWith('node:'));
    expect(outside).toEqual(['electron']);
    expect(read('main/main.js')).toContain('new URL("./record-worker.js", import.meta.url)');
  });

  it('makes the record worker a file of its own, with the native database outside and no Electron', () => {
    expect(importsOf('main/record-worker.js')).toEqual(['better-sqlite3-multiple-ciphers']);
  });

  it('makes the preload one CommonJS file that requires nothing but Electron', () => {
    expect(readdirSync(path.join(root, 'dist/preload'))).toEqual(['preload.cjs']);
    const preload = read('preload/preload.cjs');
    expect([...preload.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map((match) => match[1])).toEqual(['electron']);
    expect(preload).not.toMatch(/^(import|export) /m);
  });

  it('inlines nothing into a window: neither scripts nor fonts', () => {
    const page = read('renderer/room.html');
    for (const script of page.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)) {
      expect(script[1]).toContain('src="./assets/');
      expect(script[2]).toBe('');
    }
    const files = readdirSync(path.join(root, 'dist/renderer/assets'));
    expect(files.some((file) => /^small-.*\.woff2$/.test(file))).toBe(true);
    const styles = files.filter((file) => file.endsWith('.css')).map((file) => read(`renderer/assets/${file}`));
    expect(styles.join()).not.toContain('data:');
  });
});

it('builds only the parts that a tree has', () => {
  expect(partsOf({ root: path.join(root, 'renderer'), out: root })).toEqual([]);
});
