/** What this device remembers; nothing secret, and everything works without it (private windows refuse storage). */
export function readChoice(name: string): string | null {
  try {
    return localStorage.getItem(`muster.${name}`);
  } catch {
    return null;
  }
}

/** Remembers a choice on this device, where it may. */
export function writeChoice(name: string, value: string): void {
  try {
    localStorage.setItem(`muster.${name}`, value);
  } catch {
    // Not remembered: the choice holds until the page is closed.
  }
}
