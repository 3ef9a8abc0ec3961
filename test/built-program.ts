import { join } from 'node:path';
import { build } from '../tools/build.mjs';

const root = join(import.meta.dirname, '..');

/** What operators run: the server as it is built of these sources, made anew when they changed. */
export async function builtProgram(): Promise<string> {
  await build(root, process.execPath, 'server', () => undefined);
  return join(root, 'dist/server/main.js');
}
