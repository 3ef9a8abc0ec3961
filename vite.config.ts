import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { dutch } from './contract/texts/dutch.ts';
import { english } from './contract/texts/english.ts';

/** Puts each language in a file of its own: the words of a feature stand in one source, English and Dutch together. */
function oneLanguageAtATime(): Plugin {
  const whole: Record<string, object> = { dutch, english };
  return {
    name: 'one-language-at-a-time',
    apply: 'build',
    load(id) {
      const name = /contract\/texts\/(dutch|english)\.ts$/.exec(id)?.[1];
      return name ? `export const ${name} = ${JSON.stringify(whole[name])};` : null;
    },
  };
}

export default defineConfig({
  root: `${import.meta.dirname}/web`,
  plugins: [react(), oneLanguageAtATime()],
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
  },
});
