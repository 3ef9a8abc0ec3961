import { isCommonPassword } from './password-strength.ts';

// A program of its own: asks twice and has nothing else to do.
console.log(await isCommonPassword('Welkom01', []), await isCommonPassword('Muis-Kaas-9x', []));
