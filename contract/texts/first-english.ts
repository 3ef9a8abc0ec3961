/** In the built web only what the first page says, so that it need not wait for all (vite.config.ts). */
export { english } from './english.ts';
