const causes: Record<string, (error: Error & Record<string, unknown>) => string> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is in use by another program. Stop that one, or choose another with PORT=….`,
  EACCES: ({ port }) =>
    `This user may not listen on port ${port}. Choose one from 1024 up with PORT=…, or give it the right.`,
  EADDRNOTAVAIL: ({ address }) => `This machine has no address ${address} (HOST).`,
  ENOTFOUND: ({ hostname }) => `The host ${hostname} of DATABASE_URL or HOST cannot be found.`,
  ECONNREFUSED: ({ address, port }) => `No PostgreSQL answers at ${address}:${port} (DATABASE_URL).`,
  '28P01': () => 'PostgreSQL refuses the user or password of DATABASE_URL.',
  '28000': () => 'PostgreSQL refuses the user of DATABASE_URL.',
  '3D000': ({ message }) => `The database of DATABASE_URL does not exist: ${message}.`,
  '42501': ({ message }) => `The user of DATABASE_URL lacks a right in the database: ${message}.`,
};

/** One clear sentence for what stopped the program; the whole trace only for what nobody foresaw. */
export function explainFailure(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error)) return `Muster stopped: ${String(first)}`;
  const known = first as Error & Record<string, unknown>;
  const explain = causes[String(known.code)];
  if (explain) return `Muster cannot start. ${explain(known)}`;
  const foreseen = known.code === 'folder-in-use' || known.code === 'folder-unusable' || !known.code;
  return foreseen ? `Muster cannot start. ${known.message}` : `Muster stopped: ${known.stack}`;
}
