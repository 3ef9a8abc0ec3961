import type { Part } from './read-everything.ts';

/** The parts as one JSON text, written while they are read; moments and days in ISO 8601, pictures in base64. */
export async function* writeJson(head: object, parts: Iterable<Part>): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"tables":{`;
  let first = true;
  for (const { table, rows } of parts) {
    yield `${first ? '' : ','}\n${JSON.stringify(camel(table))}:[`;
    first = false;
    let separator = '\n';
    for await (const batch of rows) {
      yield batch.map((row) => separatedFrom(row)).join('');
    }
    yield ']';

    function separatedFrom(row: object): string {
      const text = separator + JSON.stringify(renamed(row));
      separator = ',\n';
      return text;
    }
  }
  yield '}}\n';
}

function renamed(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      camel(name),
      value instanceof Uint8Array ? base64(value) : value,
    ]),
  );
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** `role_assignments` → `roleAssignments`, as everywhere else in the API. */
function camel(name: string): string {
  return name.replace(/[_-](\w)/g, (_, letter: string) => letter.toUpperCase());
}
