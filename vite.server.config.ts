import { dirname, relative } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const folder = `${root}/dist/server`;

/** Files that the program reads at work, such as migrations, stay beside its sources: their folders keep their meaning. */
function foldersOfSources(): Plugin {
  return {
    name: 'folders-of-sources',
    transform(code, id) {
      if (!id.startsWith(`${root}/server/`) || !code.includes('import.meta.')) return null;
      const way = relative(folder, dirname(id));
      return code
        .replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${way}`)})`)
        .replaceAll('import.meta.url', `new URL(${JSON.stringify(relative(folder, id))}, import.meta.url)`);
    },
  };
}

/**
 * The server with its packages in a few files, for a start that takes less time and memory than loading a thousand
 * (docs/decisions/0021). What brings files of its own (the embedded database) or native code stays a package.
 */
export default defineConfig({
  root,
  plugins: [foldersOfSources()],
  resolve: { alias: { '#dictionaries': `${root}/contract/texts/both.ts` } },
  ssr: { noExternal: true, external: ['@electric-sql/pglite', 'sharp', 'ssh2', 'vite'] },
  clearScreen: false,
  publicDir: false,
  build: {
    ssr: `${root}/server/main.ts`,
    outDir: folder,
    emptyOutDir: true,
    target: 'node26',
    minify: false,
    // All in one folder: the way from there to the folders of the sources is always the same.
    rolldownOptions: { output: { chunkFileNames: '[name]-[hash].js' } },
  },
});
