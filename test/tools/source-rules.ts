import { builtinModules } from 'node:module';
import path from 'node:path';

/** Sources by their path from the project's folder, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

/** The source without comments; strings stay, as imports are in them. */
export function withoutComments(source: string): string {
  const token = /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return source.replace(token, (_, text: string | undefined) => text ?? '');
}

/** What a source imports, as it writes it: static, dynamic, for types, and files named for a worker. */
export function importsOf(source: string): readonly string[] {
  const code = withoutComments(source);
  const forms = [
    /\b(?:import|export)\b[^;'"`]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g,
    /\bnew\s+URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''));
}

const builtin = new Set(builtinModules);

function isNode(name: string): boolean {
  return name.startsWith('node:') || builtin.has(name);
}

function isElectron(name: string): boolean {
  return name === 'electron' || name.startsWith('electron/') || name === 'electron-store';
}

/** Where an import leads: a path of the project, or the package's name. */
function target(file: string, specifier: string): string {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
}

/** The first folder of a path, which is its layer; null for a package. */
function layerOf(name: string): string | null {
  return name.startsWith('@') || !name.includes('/') || isNode(name) ? null : (name.split('/')[0] ?? null);
}

/** Whether a layer may import this: a path of the project or a package. */
const mayImport: Readonly<Record<string, (name: string, layer: string | null) => boolean>> = {
  shared: (name, layer) => layer === 'shared' || name === 'zod/mini',
  renderer: (name, layer) =>
    !isNode(name) &&
    !isElectron(name) &&
    !name.startsWith('better-sqlite3') &&
    !['electron', 'test', 'tools'].includes(layer ?? ''),
  electron: (name, layer) =>
    !/^(react|react-dom)(\/|$)/.test(name) && !['renderer', 'test', 'tools'].includes(layer ?? ''),
};

/** What would make a pure layer see a clock, chance or the machine. */
const impure = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /(?<!new )\bDate\(\s*\)/,
  /\bMath\.random\b/,
  /\bTemporal\.Now\b/,
  /\bperformance\b\s*\./,
  /\bset(?:Timeout|Interval|Immediate)\b/,
  /\bqueueMicrotask\b/,
  /\bprocess\./,
  /\bconsole\./,
  /\bcrypto\./,
  /\bglobalThis\b/,
  /\b(?:window|document|navigator|localStorage)\./,
];

/** The code alone: neither comments nor strings, so that words in them are not taken for use. */
function codeOnly(source: string): string {
  return withoutComments(source).replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''");
}

function inFile(file: string, source: string): readonly string[] {
  const layer = layerOf(file) ?? '';
  const may = mayImport[layer] ?? (() => true);
  const walls = importsOf(source)
    .map((specifier) => target(file, specifier))
    .filter((name) => !may(name, layerOf(name)))
    .map((name) => `${file} imports ${name}`);
  const code = codeOnly(source);
  const purity = layer === 'shared' ? impure.flatMap((rule) => rule.exec(code)?.[0] ?? []) : [];
  const messagesBelong = file.startsWith('electron/ipc/') || file === 'electron/preload.ts' || layer !== 'electron';
  const messages = messagesBelong ? [] : (/\bipc(?:Main|Renderer)\b/.exec(code) ?? []);
  return [...walls, ...[...purity, ...messages].map((word) => `${file} uses ${word}`)];
}

/** Every breach of the walls between layers, of purity in shared/ and of the one road for messages. */
export function breaches(sources: Sources): readonly string[] {
  return [...sources].flatMap(([file, source]) => inFile(file, source));
}

/** All that a file reaches by imports: paths of the project and names of packages. Built files count by their name. */
export function reachedFrom(entry: string, sources: Sources): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const source = sources.get(file);
    if (source !== undefined) open.push(...importsOf(source).map((specifier) => target(file ?? '', specifier)));
  }
  return reached;
}
