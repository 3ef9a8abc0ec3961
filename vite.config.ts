import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: `${import.meta.dirname}/web`,
  plugins: [react()],
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
