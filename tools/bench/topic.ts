import type { Database } from '../../server/db/connect.ts';

/** A table of the report, with what has to be said about it. Cells are text, numbers are formatted by the topic. */
export type Section = { title: string; about: string[]; columns: string[]; rows: string[][] };

/** What a topic may use: databases that hold so many people, built once and kept; `anew`: without what a run before brought. */
export type Stage = {
  open(kind: Database['kind'], people: number, how?: { anew?: boolean }): Promise<Database>;
};

/** One subject of `npm run bench -- <name>`. A new one is a file that exports this, and a line in tools/bench.ts. */
export type Topic = { name: string; run(stage: Stage): Promise<Section[]> };
