/**
 * What a log may hold of an error: where it happened and what kind it is, nothing that was sent. PGlite hangs the
 * parameters of the statement on its errors, PostgreSQL the values that clash, and both name a value that they
 * cannot read in the message (class 22).
 */
export function describeFailure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '', cause } = error;
  const { code, constraint, table, column } = error as Error & Record<string, unknown>;
  const told = typeof code === 'string' && code.startsWith('22') ? 'a value could not be read' : message;
  return {
    type: name,
    message: told,
    code,
    constraint,
    table,
    column,
    stack: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(cause === undefined ? {} : { cause: describeFailure(cause) }),
  };
}
