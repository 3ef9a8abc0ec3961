import { fold } from '../../contract/fold.ts';
import { listUsers } from '../../contract/users.ts';
import { call } from '../kit/call.ts';
import type { Pick } from '../kit/pick-many.tsx';

/** What became of a pasted list; a line that fits several people chooses nobody. */
export type Pasted = { people: Pick[]; notFound: string[]; several: string[]; dropped: number };

const atMost = 100;

/** Looks for the person behind every line: the only one whom it finds, or the only one with exactly this address or name. */
export async function findPasted(text: string): Promise<Pasted> {
  const all = linesOf(text);
  const lines = all.slice(0, atMost);
  const found: Pasted = { people: [], notFound: [], several: [], dropped: all.length - lines.length };
  for (const line of lines) {
    const { items, total } = await call(listUsers, { search: line, limit: 20 });
    const exact = items.filter(({ email, name }) => [email, name].some((one) => fold(one) === fold(line)));
    const fitting = exact.length > 0 ? exact : items;
    const [person] = fitting;
    if (!person) found.notFound.push(line);
    else if (fitting.length > 1 || (exact.length === 0 && total.count > 1)) found.several.push(line);
    else if (!found.people.some(({ id }) => id === person.id)) {
      found.people.push({ id: person.id, name: person.name, about: person.email });
    }
  }
  return found;
}

/** One entry per line; what stands behind a tab or semicolon in a pasted column is another entry. */
function linesOf(text: string): string[] {
  const lines = text
    .split(/[\r\n\t;]+/)
    .map((line) => line.replace(/,/g, ' ').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  return [...new Set(lines)];
}
