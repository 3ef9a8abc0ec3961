import { buildApp } from '../../server/app.ts';
import type { Database } from '../../server/db/connect.ts';
import { makeLogger } from '../../server/start.ts';

type Crowd = { in: number; told: number; other: number; seconds: number; memory: number };

/** All of these sign in at the same moment, each from an address of their own. `memory`: MB more than before, at most. */
export async function crowdAtTheDoor(
  database: Database,
  attempts: { identifier: string; password: string }[],
): Promise<Crowd> {
  const app = await buildApp(database, makeLogger('fatal'));
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  const began = performance.now();
  const answers = await Promise.all(
    attempts.map((payload, i) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/session',
        remoteAddress: `198.51.${i >> 8}.${i & 255}`,
        payload,
      }),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  await app.close();
  const isTold = ({ statusCode, headers }: (typeof answers)[number]) =>
    (statusCode === 429 || statusCode === 503) && Number(headers['retry-after']) > 0;
  const came = answers.filter(({ statusCode }) => statusCode === 200).length;
  const told = answers.filter(isTold).length;
  return {
    in: came,
    told,
    other: answers.length - came - told,
    seconds,
    memory: (most - before) / 2 ** 20,
  };
}
