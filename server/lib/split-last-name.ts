const infix =
  /^((?:(?:van|de|den|der|het|ter|ten|te|in|'t|’t|la|da|op|von|del|el|bij|uit|over) )+)(?=\p{Lu})/u;

/** `van der Eikenhof` taken apart; a capital begins the last name itself. */
export function splitLastName(name: string): { infix: string | null; lastName: string } {
  const found = infix.exec(name)?.[1];
  return { infix: found?.trim() ?? null, lastName: name.slice(found?.length ?? 0) };
}
