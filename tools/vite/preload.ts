import type { InlineConfig } from 'vite';
import type { BuildPlace } from './place.ts';

/** The preload: one CommonJS file, since a sandboxed preload may load no other and no ES module. */
export function preload(place: BuildPlace, entry: string): InlineConfig {
  return {
    configFile: false,
    root: place.root,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      lib: { entry, formats: ['cjs'], fileName: () => 'preload.cjs' },
      target: 'chrome140',
      outDir: `${place.out}/preload`,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      rolldownOptions: { external: ['electron'], output: { codeSplitting: false } },
    },
  };
}
