import { writeSync } from 'node:fs';
import { openEmbedded } from './open-embedded.ts';

// A process of its own for the tests, to be killed: says which rows it finds, then writes rows and says of each that it
// was confirmed. It writes to its descriptor, so that what it says is said before it goes on.
const [, , folder = ''] = process.argv;
const { pglite } = await openEmbedded(folder);
await pglite.exec('create table if not exists ledger (id integer primary key, words text)');
const { rows } = await pglite.query<{ id: number }>('select id from ledger order by id');
writeSync(1, `found ${JSON.stringify(rows.map(({ id }) => id))}\n`);
for (let id = (rows.at(-1)?.id ?? 0) + 1; ; id++) {
  await pglite.query("insert into ledger values ($1, repeat('word ', 100))", [id]);
  writeSync(1, `confirmed ${id}\n`);
  if (id % 50 === 0) await pglite.exec('checkpoint');
}
