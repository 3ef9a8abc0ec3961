import type { Db } from '../db/transact.ts';

/** Fills an installation with a made-up organisation to look around in. */
export async function fillDemo(_db: Db): Promise<void> {}
