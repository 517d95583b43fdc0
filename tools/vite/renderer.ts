import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import type { BuildPlace } from './place.ts';

/**
 * The windows: one page each, under a content security policy that allows the app's own files only. So nothing is
 * inlined: no script in a page, no data: font or image.
 * @param pages html files, from the renderer folder
 */
export function windows(place: BuildPlace, pages: readonly string[]): InlineConfig {
  const folder = path.join(place.root, 'renderer');
  return {
    configFile: false,
    root: folder,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      target: 'chrome140',
      outDir: `${place.out}/renderer`,
      emptyOutDir: true,
      sourcemap: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: Object.fromEntries(pages.map((page) => [path.parse(page).name, path.join(folder, page)])),
      },
    },
  };
}
