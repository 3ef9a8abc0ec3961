// Preloaded into a program (`--import`): writes the packages that it loaded to the file that PACKAGES_INTO names.
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const loaded = new Set();

registerHooks({
  load(url, context, load) {
    const path = url.split('/node_modules/').at(-1) ?? '';
    if (path !== url) loaded.add(/^(@[^/]+\/)?[^/]+/.exec(path)?.[0]);
    return load(url, context);
  },
});

process.on('exit', () => writeFileSync(process.env.PACKAGES_INTO ?? '', JSON.stringify([...loaded].sort())));
