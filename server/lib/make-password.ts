import { randomInt } from 'node:crypto';

const letters = 'abcdefghjkmnpqrstuvwxyz';

/** Three groups that can be read aloud and typed: `Kmrt-hwqz-4827`; 49 random bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  const first = group();
  return `${first[0]?.toUpperCase()}${first.slice(1)}-${group()}-${randomInt(1000, 10_000)}`;
}
