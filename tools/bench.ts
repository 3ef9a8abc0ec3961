import { availableParallelism, loadavg } from 'node:os';
import { belonging } from './bench/belonging.ts';
import { bulk } from './bench/bulk.ts';
import { doors } from './bench/doors.ts';
import { imports } from './bench/imports.ts';
import { setStage } from './bench/set-stage.ts';
import { signIns } from './bench/sign-ins.ts';
import { startAndIdle } from './bench/start.ts';
import type { Topic } from './bench/topic.ts';
import { usersExport } from './bench/users-export.ts';
import { usersList } from './bench/users-list.ts';
import { usersPage } from './bench/users-page.ts';
import { work } from './bench/work.ts';
import { layOut, writeReport } from './bench/write-report.ts';

const topics: Topic[] = [
  imports,
  usersList,
  belonging,
  usersExport,
  bulk,
  signIns,
  doors,
  startAndIdle,
  usersPage,
  work,
];

const names = process.argv.slice(2);
const unknown = names.filter((name) => !topics.some((topic) => topic.name === name));
if (unknown.length > 0) {
  console.error(
    `No such benchmark: ${unknown.join(', ')}. There are: ${topics.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}
if ((loadavg()[0] ?? 0) > 1) {
  console.error(`Other programs are busy (load ${loadavg()[0]?.toFixed(1)}): the times will be too long.\n`);
}

const stage = setStage();
try {
  for (const topic of topics.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const busy = `Load of the machine (${availableParallelism()} cores) when it began: ${loadavg()[0]?.toFixed(1)}.`;
    const sections = (await topic.run(stage)).map((section) => ({
      ...section,
      about: [...section.about, busy],
    }));
    for (const section of sections) console.log(`${layOut(section)}\n`);
    writeReport(topic.name, sections);
  }
} finally {
  await stage.clear();
}
