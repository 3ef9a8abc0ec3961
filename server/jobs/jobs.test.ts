import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { createDatabase, openTestDatabase, postgresUrl } from '../../test/database.ts';
import { Refused } from '../act/refused.ts';
import { connectPostgres, type Database } from '../db/connect.ts';
import { transact } from '../db/transact.ts';
import { minutes, seconds } from '../lib/days.ts';
import type { Job } from './job.ts';
import { leaveJob, nudge } from './leave-job.ts';
import { startJobs } from './start-jobs.ts';

const again = { times: 2, pause: seconds(1) };
const log = {
  error: (details: object, message: string) => faults.push({ message, ...details }),
  warn: (details: object, message: string) => faults.push({ message, ...details }),
};
let faults: object[] = [];
let done: unknown[] = [];
let database: Database;

const writeDown: Job = {
  queue: 'test.write-down',
  again,
  atMost: minutes(1),
  run: async (_db, data) => void done.push(data),
};
const look: Job = {
  ...writeDown,
  queue: 'test.look',
  nudged: true,
  run: async () => void done.push('looked'),
};

before(async () => {
  database = await openTestDatabase();
});
beforeEach(() => {
  faults = [];
  done = [];
});
after(() => database.close());

async function until(condition: () => boolean, patience = 20_000): Promise<void> {
  const end = performance.now() + patience;
  while (!condition() && performance.now() < end) await new Promise((wake) => setTimeout(wake, 20));
  assert.ok(condition(), 'did not happen in time');
}

test('the queue reads its own moments as it expects them, ours stay instants', async () => {
  const { rows } = await (await database.forJobs()).executeSql('select now() as at, $1::int as one', [1]);
  assert.ok(rows[0].at instanceof Date);
  assert.equal(rows[0].one, 1);
  const ours = await sql<{ at: unknown }>`select now() as at`.execute(database.db);
  assert.ok(ours.rows[0]?.at instanceof Temporal.Instant);
});

test('a job left in a transaction runs once it commits, and never when it rolls back', async () => {
  const jobs = await startJobs(database, { work: true, jobs: [writeDown], log });
  try {
    await assert.rejects(
      transact(database.db, async (transaction) => {
        await leaveJob(transaction, writeDown.queue, { number: 1 });
        throw new Error('changed my mind');
      }),
      /changed my mind/,
    );
    await transact(database.db, (transaction) => leaveJob(transaction, writeDown.queue, { number: 2 }));
    await leaveJob(database.db, writeDown.queue, { number: 3 });
    await until(() => done.length === 2);
    assert.deepEqual(done, [{ number: 2 }, { number: 3 }]);
    assert.deepEqual(faults, []);
  } finally {
    await jobs.stop();
  }
});

test('a job is found soon after it was left', async () => {
  const jobs = await startJobs(database, { work: true, jobs: [look], log });
  try {
    await until(() => done.length === 1);
    const began = performance.now();
    await transact(database.db, async (transaction) => {
      for (let i = 0; i < 10; i += 1) await nudge(transaction, look.queue);
    });
    await until(() => done.length === 2);
    assert.ok(performance.now() - began < 3000);
    const { rows } = await sql<{ count: number }>`
      select count(*) from pgboss.job where name = ${look.queue}`.execute(database.db);
    assert.equal(rows[0]?.count, 2);
  } finally {
    await jobs.stop();
  }
});

test('a job left by a process that does not work waits for one that does, also after a restart', async () => {
  const leaving = await startJobs(database, { work: false, jobs: [writeDown], log });
  await transact(database.db, (transaction) => leaveJob(transaction, writeDown.queue, { left: 'earlier' }));
  await leaving.stop();
  assert.deepEqual(done, []);
  const working = await startJobs(database, { work: true, jobs: [writeDown], log });
  try {
    await until(() => done.length === 1);
    assert.deepEqual(done, [{ left: 'earlier' }]);
  } finally {
    await working.stop();
  }
});

test('a job may wait until its time has come', async () => {
  const jobs = await startJobs(database, { work: false, jobs: [writeDown], log });
  const startAfter = Temporal.Now.instant().add({ hours: 1 });
  await leaveJob(database.db, writeDown.queue, { later: true }, { startAfter });
  await jobs.stop();
  const { rows } = await sql<{ at: Temporal.Instant }>`
    select start_after as at from pgboss.job where data->>'later' = 'true'`.execute(database.db);
  assert.equal(rows[0]?.at.epochMilliseconds, startAfter.epochMilliseconds);
});

test('a job that fails is tried again and its fault is told', async () => {
  let tries = 0;
  const fragile: Job = {
    ...writeDown,
    queue: 'test.fragile',
    again: { times: 2, pause: seconds(1) },
    run: async () => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
    },
  };
  const jobs = await startJobs(database, { work: true, jobs: [fragile], log });
  try {
    await leaveJob(database.db, fragile.queue, {});
    await until(() => faults.length === 1);
    await sql`update pgboss.job set start_after = now() where name = ${fragile.queue}`.execute(database.db);
  } finally {
    await jobs.stop();
  }
  const next = await startJobs(database, { work: true, jobs: [fragile], log });
  try {
    await until(() => tries === 2);
  } finally {
    await next.stop();
  }
  assert.match(JSON.stringify(faults), /a job failed/);
});

test('leaving a job before jobs are ready fails clearly in a transaction and waits outside one', async () => {
  await assert.rejects(leaveJob(database.db, writeDown.queue, {}), /call startJobs first/);
  await nudge(database.db, look.queue);
  const starting = startJobs(database, { work: true, jobs: [writeDown], log });
  const inside = transact(database.db, (transaction) =>
    leaveJob(transaction, writeDown.queue, { inside: true }),
  );
  await assert.rejects(inside, (error) => error instanceof Refused && error.code === 'server.busy');
  await leaveJob(database.db, writeDown.queue, { outside: true });
  const jobs = await starting;
  try {
    await until(() => done.length === 1);
    assert.deepEqual(done, [{ outside: true }]);
  } finally {
    await jobs.stop();
  }
});

test('queues and schedules follow the declarations', async () => {
  const declared = async (job: Job) => {
    const jobs = await startJobs(database, { work: true, jobs: [job], log });
    await jobs.stop();
    const { rows } = await sql<{ retries: number; seconds: number; cron: string | null }>`
      select q.retry_limit as retries, q.expire_seconds as seconds, s.cron
      from pgboss.queue q left join pgboss.schedule s on s.name = q.name
      where q.name = ${job.queue}`.execute(database.db);
    return rows;
  };
  const swept: Job = { ...writeDown, queue: 'test.sweep', cron: '* * * * *' };
  assert.deepEqual(await declared(swept), [{ retries: 2, seconds: 60, cron: '* * * * *' }]);
  const changed: Job = { ...swept, again: { times: 5, pause: seconds(1) }, cron: '0 3 * * *' };
  assert.deepEqual(await declared(changed), [{ retries: 5, seconds: 60, cron: '0 3 * * *' }]);
  const { cron: _cron, ...plain } = changed;
  assert.deepEqual(await declared(plain), [{ retries: 5, seconds: 60, cron: null }]);
});

test('a scheduled job runs by itself', async () => {
  const swept: Job = { ...writeDown, queue: 'test.every-minute', cron: '* * * * *' };
  const first = await startJobs(database, { work: true, jobs: [swept], log });
  await first.stop();
  await sql`update pgboss.version set cron_on = null`.execute(database.db);
  const jobs = await startJobs(database, { work: true, jobs: [swept], log });
  try {
    await until(() => done.length > 0);
  } finally {
    await jobs.stop();
  }
});

test('ten workers, on two connections where there is a server, run each job once', async () => {
  const { databases, close } = await openTwice();
  const jobs = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      startJobs(databases[i % 2] as Database, { work: true, jobs: [writeDown], log }),
    ),
  );
  try {
    const numbers = Array.from({ length: 30 }, (_, number) => number);
    for (const number of numbers)
      await leaveJob((databases[number % 2] as Database).db, writeDown.queue, { number });
    await until(() => done.length >= numbers.length);
    await new Promise((wake) => setTimeout(wake, 300));
    const ran = done.map((data) => (data as { number: number }).number);
    assert.deepEqual(
      ran.toSorted((a, b) => a - b),
      numbers,
    );
    assert.deepEqual(faults, []);
  } finally {
    await Promise.all(jobs.map((each) => each.stop()));
    await close();
  }
});

async function openTwice(): Promise<{ databases: Database[]; close(): Promise<void> }> {
  if (!postgresUrl) return { databases: [database, database], close: async () => undefined };
  const { url, drop } = await createDatabase(postgresUrl);
  const databases = [
    await connectPostgres(url, { connections: 20 }),
    await connectPostgres(url, { connections: 20 }),
  ];
  const close = async () => {
    await Promise.all(databases.map((each) => each.close()));
    await drop();
  };
  return { databases, close };
}
