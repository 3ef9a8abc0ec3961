/** Numbers from 0 to 1 that are the same for the same seed, so that a failure can be repeated by its seed. */
export function randomFrom(seed: number): () => number {
  let state = BigInt(seed) + 1n;
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return Number(state >> 32n) / 2 ** 32;
  };
}

/** The seed of this run: that of the environment variable SEED, or a new one. */
export function chooseSeed(): number {
  return Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));
}
