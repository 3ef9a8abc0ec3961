/** Sensitive calls (`proof: true`) ask who is there once more, when that was proved longer ago than this. */
export const proofMinutes = 10;
