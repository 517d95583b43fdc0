/**
 * Serves the preview of the room window on this machine only, for looking at it and for screenshots:
 * `node test/renderer/preview/serve.ts [port]`.
 */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, createServer, preview, type PreviewServer, type ViteDevServer } from 'vite';

const folder = import.meta.dirname;

/** Starts the preview server; `port` 0 takes any free one. */
export async function servePreview(port: number): Promise<{ readonly server: ViteDevServer; readonly url: string }> {
  const server = await createServer({
    configFile: false,
    root: folder,
    cacheDir: path.join(folder, '../../../node_modules/.vite-preview'),
    logLevel: 'warn',
    plugins: [react()],
    server: { host: '127.0.0.1', port, strictPort: false, hmr: false, fs: { allow: [path.join(folder, '../../..')] } },
    optimizeDeps: { include: ['react', 'react-dom/client', 'i18next', 'react-i18next', 'zod/mini'] },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The preview does not listen');
  return { server, url };
}

/** Builds the preview into `out` and serves it from there: what tests use, since a page then loads at once. */
export async function serveBuiltPreview(
  out: string,
): Promise<{ readonly server: PreviewServer; readonly url: string }> {
  const place = {
    configFile: false,
    root: folder,
    logLevel: 'warn',
    build: { outDir: out, emptyOutDir: true },
  } as const;
  const input = ['index', 'patient'].map((page) => path.join(folder, `${page}.html`));
  const building = { ...place.build, target: 'chrome140', minify: false, rolldownOptions: { input } } as const;
  await build({ ...place, plugins: [react()], build: building });
  const server = await preview({ ...place, preview: { host: '127.0.0.1', port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The preview does not listen');
  return { server, url };
}

if (import.meta.main) {
  const { url } = await servePreview(Number(process.argv[2] ?? 5199));
  console.log(`Preview at ${url}`);
}
