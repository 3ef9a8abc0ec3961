import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { dutch } from './contract/texts/dutch.ts';
import { english } from './contract/texts/english.ts';
import { partTexts, readFirstPage } from './tools/first-page.ts';

const firstPage = readFirstPage(import.meta.dirname);

/**
 * Puts each language in two files of its own, what the first page says and the rest: the words of a feature stand in
 * one source, English and Dutch together.
 */
function textsApart(): Plugin {
  const whole: Record<string, Record<string, string>> = { dutch, english };
  return {
    name: 'texts-apart',
    apply: 'build',
    load(id) {
      const [, first, name = ''] = /contract\/texts\/(first-)?(dutch|english)\.ts$/.exec(id) ?? [];
      const texts = whole[name];
      if (!texts) return null;
      const parts = partTexts(texts, firstPage.files);
      return `export const ${name} = ${JSON.stringify(first ? parts.first : parts.rest)};`;
    },
  };
}

/** True for our own files of the first page, and for the parts of packages that those name. */
function isOfFirstPage(id: string): boolean {
  if (!id.includes('/node_modules/')) return firstPage.files.has(id);
  const part = /\/components\/(\w+)\//.exec(id)?.[1] ?? /\/(\w+)\.m?js$/.exec(id)?.[1];
  return part !== undefined && firstPage.named.has(part);
}

const compress = promisify(brotliCompress);

/** Lays beside each file how it goes over the wire, as small as can be: the server would take that time at each visit. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.values(bundle).map((file) => ({
        path: join(dir, file.fileName),
        bytes: Buffer.from(file.type === 'chunk' ? file.code : file.source),
      }));
      const worthIt = files.filter(({ path, bytes }) => /\.(js|css|svg)$/.test(path) && bytes.length >= 2048);
      await Promise.all(
        worthIt.map(async ({ path, bytes }) => writeFile(`${path}.br`, await compress(bytes))),
      );
    },
  };
}

export default defineConfig({
  root: `${import.meta.dirname}/web`,
  plugins: [react(), textsApart(), compressed()],
  // In the browser texts come by language, on demand.
  resolve: { alias: { '#dictionaries': `${import.meta.dirname}/contract/texts/on-demand.ts` } },
  clearScreen: false,
  // Only for npm run dev: what the browser may read besides web/ itself; never the data folder.
  server: {
    fs: { allow: ['web', 'contract', 'node_modules'].map((name) => `${import.meta.dirname}/${name}`) },
  },
  build: {
    outDir: `${import.meta.dirname}/dist/web`,
    emptyOutDir: true,
    target: 'es2022',
    // The Content-Security-Policy allows no data: addresses for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few files for the first page instead of a hundred small ones, each with its own headers and less to compress:
        // what every page takes, and what the list of users shares with others.
        codeSplitting: {
          groups: [
            { name: 'every-page', tags: ['$initial'], priority: 2 },
            { name: 'lists', test: isOfFirstPage, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
});
