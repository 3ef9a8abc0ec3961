import { displayName } from '../../contract/names.ts';

/** How a stored person is called: `Jan van den Berg`. */
export function nameOf(user: { first_name: string; infix: string | null; last_name: string }): string {
  return displayName({ firstName: user.first_name, infix: user.infix, lastName: user.last_name });
}
