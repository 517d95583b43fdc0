import type { InlineConfig } from 'vite';
import type { BuildPlace } from './place.ts';

/** Stays outside the bundle: Electron itself, and the native database with its binaries. */
const external = ['electron', 'better-sqlite3-multiple-ciphers'];

/**
 * A program for Node inside Electron: one ES module, everything but the externals bundled.
 * @param name the file it becomes in dist/main, without extension
 * @param entry its source, from the project's folder
 */
export function nodeProgram(place: BuildPlace, name: string, entry: string): InlineConfig {
  return {
    configFile: false,
    root: place.root,
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node', noExternal: true, external },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      ssr: true,
      target: 'node24',
      outDir: `${place.out}/main`,
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { [name]: entry },
        output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  };
}
