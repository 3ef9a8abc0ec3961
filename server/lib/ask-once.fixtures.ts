import { estimateGuesses, isCommon } from './password-strength.ts';

// A program of its own: asks twice and has nothing else to do.
const [first, second] = [await estimateGuesses('Welkom01', []), await estimateGuesses('Muis-Kaas-9x', [])];
console.log(isCommon(first), isCommon(second));
