// Without letters and digits that look alike on paper or sound alike on the phone.
const lower = 'abcdefghjkmnpqrstuvwxyz';
const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '23456789';

/** A password that nobody guesses and that can be read aloud: four groups of four, at least 85 bits. */
export function generatePassword(): string {
  const all = lower + upper + digits;
  for (;;) {
    const characters = Array.from({ length: 16 }, () => pick(all)).join('');
    const varied = [lower, upper, digits].every((set) => [...set].some((one) => characters.includes(one)));
    if (varied) return (characters.match(/.{4}/g) ?? []).join('-');
  }
}

function pick(from: string): string {
  // Numbers beyond the last whole multiple would make the first characters a little likelier.
  const limit = 256 - (256 % from.length);
  for (;;) {
    const number = crypto.getRandomValues(new Uint8Array(1))[0] as number;
    if (number < limit) return from[number % from.length] as string;
  }
}
