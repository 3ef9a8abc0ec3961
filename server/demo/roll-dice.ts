import { randomFrom } from '../db/embedded/random.fixtures.ts';

export type Dice = {
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
};

/** Dice that fall the same way for the same seed. */
export function makeDice(seed: number): Dice {
  const random = randomFrom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    between,
    chance: (share) => random() < share,
    pick: <T>(list: readonly T[]) => list[between(0, list.length - 1)] as T,
  };
}
