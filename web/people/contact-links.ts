/** What a mail program opens for an address; nothing in an address can add to the mail. */
export function mailTo(address: string): string {
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`;
}

/** What a telephone dials for a number as people write it: of `+31 (0)70 123 45 67` the zero is left out. */
export function phoneTo(number: string): string {
  const dialled = number.trim().startsWith('+') ? number.replace(/\(0\)/, '') : number;
  return `tel:${dialled.replace(/[^\d+]/g, '')}`;
}
