/**
 * Lists the licence of every package in the lockfile (`npm run licences`). Fails where one that ships with the app has
 * none that is known, or only a copyleft one.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One package of the lockfile. */
export type Licence = {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, or what the package says; empty where it says nothing. */
  readonly licence: string;
  /** Whether it may end up in what a clinic installs. */
  readonly ships: boolean;
};

/** The part of a lockfile or package.json entry that is read here. */
type Entry = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly license?: unknown;
  readonly licenses?: unknown;
};

/** What a licence lets us do: ship it, not ship it, or nobody knows. */
export type Verdict = 'fine' | 'copyleft' | 'unknown';

/** Electron is a development dependency, yet its program is what ships. */
const shipsAnyway = new Set(['electron']);

function words(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(words).join(' OR ');
  if (typeof value === 'object' && value !== null && 'type' in value) return words(value.type);
  return '';
}

/** Judges an SPDX expression: of alternatives (OR) one that is fine is enough, of parts (AND) all must be. */
export function judge(licence: string): Verdict {
  const bare = licence.replace(/^\((.*)\)$/, '$1').trim();
  if (/\bOR\b/.test(bare)) {
    const verdicts = bare.split(/\bOR\b/).map(judge);
    return verdicts.find((verdict) => verdict === 'fine') ?? verdicts[0] ?? 'unknown';
  }
  if (/\bAND\b/.test(bare)) {
    const verdicts = bare.split(/\bAND\b/).map(judge);
    return verdicts.find((verdict) => verdict !== 'fine') ?? 'fine';
  }
  if (/GPL/i.test(bare)) return 'copyleft';
  return /^(0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause|BSD|CC0-1\.0|CC-BY-[34]\.0|ISC|MIT|MIT-0|MPL-2\.0|Python-2\.0|Unlicense|WTFPL|Zlib)$/.test(
    bare,
  )
    ? 'fine'
    : 'unknown';
}

/**
 * The licences of a lockfile's packages, by name. An installed package's own word counts before the lockfile's: packages
 * for other systems are not installed.
 */
export function licencesIn(
  lock: { readonly packages: Readonly<Record<string, Entry>> },
  installed: (folder: string) => Entry | null,
): readonly Licence[] {
  return Object.entries(lock.packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, entry]) => {
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const own = installed(folder) ?? {};
      return {
        name,
        version: entry.version ?? '',
        licence: words(own.license) || words(own.licenses) || words(entry.license),
        ships: entry.dev !== true || shipsAnyway.has(name),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}

/** Those that keep the app from being shipped. */
export function troubles(all: readonly Licence[]): readonly Licence[] {
  return all.filter((entry) => entry.ships && judge(entry.licence) !== 'fine');
}

function main(root: string): number {
  const read = (file: string) => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Entry) : null);
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Parameters<
    typeof licencesIn
  >[0];
  const all = licencesIn(lock, (folder) => read(path.join(root, folder, 'package.json')));
  for (const { name, version, licence, ships } of all) {
    console.log(
      `${`${name} ${version}`.padEnd(48)} ${(licence || 'says nothing').padEnd(28)} ${ships ? 'ships' : 'development'}`,
    );
  }
  const bad = troubles(all);
  for (const entry of bad)
    console.error(`${entry.name} ships, but its licence is ${judge(entry.licence)}: "${entry.licence}"`);
  console.log(
    `${all.length} packages, ${all.filter((entry) => entry.ships).length} of them ship, ${bad.length} in the way.`,
  );
  return bad.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(fileURLToPath(new URL('..', import.meta.url)));
