import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkOrder } from './check-order.ts';

const sound = {
  'server/order.txt': '# a remark\n\nlib    Small tools.\nusers  People.\ngroups Later.\nmain.ts Begins.\n',
  'server/lib/days.ts': "import { z } from 'zod';\n",
  'server/users/find-user.ts':
    "import { day } from '../lib/days.ts';\nimport { sql } from './users.sql.ts';\n",
  'server/users/find-user.test.ts':
    "import { main } from '../main.ts';\nimport { world } from '../../test/world.ts';\n",
  'server/main.ts':
    "import { user } from '../contract/users.ts';\nimport { x } from './users/find-user.ts';\n",
  'contract/users.ts': "import { z } from 'zod';\nimport { shape } from './shapes.ts';\n",
  'web/order.txt': 'kit\nusers\n',
  'web/kit/button.tsx': "import { user } from '../../contract/users.ts';\n",
  'web/users/users-page.tsx': "import { button } from '../kit/button.tsx';\n",
};

function faultsOf(planted: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'muster-order-'));
  try {
    for (const [path, text] of Object.entries({ ...sound, ...planted })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return checkOrder(root).faults;
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('a tree in order has no faults', () => {
  assert.deepEqual(faultsOf({}), []);
});

const planted: [what: string, path: string, text: string, fault: RegExp][] = [
  [
    'an import of a lower folder',
    'server/lib/a.ts',
    "import { x } from '../users/x.ts';",
    /users stands below lib/,
  ],
  [
    'a type-only import of a lower folder',
    'server/lib/a.ts',
    "import type { X } from '../users/x.ts';",
    /below/,
  ],
  ['a re-export of a lower folder', 'server/lib/a.ts', "export * from '../users/x.ts';", /below/],
  ['an import for its effect', 'server/lib/a.ts', "import '../users/x.ts';", /below/],
  ['an import over several lines', 'server/lib/a.ts', "import {\n  x,\n} from '../users/x.ts';", /a\.ts:3/],
  ['a dynamic import of a lower folder', 'server/lib/a.ts', "await import('../users/x.ts');", /below/],
  ['the type of an import', 'server/lib/a.ts', "let x: import('../users/x.ts').X;", /below/],
  ['a computed import', 'server/lib/a.ts', 'await import(name);', /computed/],
  ['an import built from parts', 'server/lib/a.ts', "await import('../lib/' + name);", /computed/],
  ['an import built from a template', 'server/lib/a.ts', 'await import(`../$' + '{name}.ts`);', /computed/],
  [
    'an import from a file of server/ itself',
    'server/users/a.ts',
    "import { m } from '../main.ts';",
    /main\.ts/,
  ],
  [
    'an import of test code',
    'server/users/a.ts',
    "import { w } from '../../test/world.ts';",
    /not know test/,
  ],
  ['an import of a test', 'server/users/a.ts', "import { w } from './find-user.test.ts';", /is a test/],
  [
    'a folder that is not in the list',
    'server/extra/a.ts',
    "import { z } from 'zod';",
    /server\/extra does not stand/,
  ],
  [
    'a file that is not in the list',
    'server/extra.ts',
    "import { z } from 'zod';",
    /server\/extra\.ts does not/,
  ],
  [
    'a name that stands in the list twice',
    'server/order.txt',
    'lib\nusers\nlib\ngroups\nmain.ts\n',
    /lib twice/,
  ],
  [
    'the web importing the server',
    'web/users/a.ts',
    "import { x } from '../../server/lib/days.ts';",
    /not know server/,
  ],
  [
    'a test of the web importing a page of the server',
    'server/lib/a.test.ts',
    "import { x } from '../../web/kit/button.tsx';",
    /not know web/,
  ],
  [
    'the kit importing a page',
    'web/kit/a.tsx',
    "import { x } from '../users/users-page.tsx';",
    /users stands below kit/,
  ],
  [
    'the contract importing the server',
    'contract/a.ts',
    "import { x } from '../server/lib/days.ts';",
    /not know server/,
  ],
  [
    'the contract importing something of Node',
    'contract/a.ts',
    "import { x } from 'node:fs';",
    /no browser has/,
  ],
  ['a whole root without imports', 'contract/users.ts', 'export {};', /contract: no import was read/],
];
for (const [what, path, text, fault] of planted) {
  test(`${what} is a fault`, () => {
    const faults = faultsOf({ [path]: text });
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults[0] ?? '', fault);
  });
}

test('imports in comments do not count', () => {
  const text =
    "// import { x } from '../users/x.ts';\n/* import '../users/x.ts' */\nimport { z } from 'zod';\n";
  assert.deepEqual(faultsOf({ 'server/lib/a.ts': text }), []);
});

test('an empty server is a fault', () => {
  const root = mkdtempSync(join(tmpdir(), 'muster-order-'));
  assert.deepEqual(checkOrder(root).faults, ['server: no file was read']);
  rmSync(root, { recursive: true });
});
