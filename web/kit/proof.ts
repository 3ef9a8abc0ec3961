/** Shows the window in which one proves again who one is; true once that is done. */
type AskForProof = () => Promise<boolean>;

let window: AskForProof | null = null;
let asking: Promise<boolean> | null = null;
let renewals = 0;

/** Says which window asks for proof from now on; gives back how to take that back. */
export function proveWith(ask: AskForProof): () => void {
  window = ask;
  return () => {
    if (window === ask) window = null;
  };
}

/** Asks once, however many calls wait for it. False when the reader would rather not. */
export function askForProof(): Promise<boolean> {
  asking ??= (window?.() ?? Promise.resolve(false)).finally(() => {
    asking = null;
  });
  return asking;
}

/** Counts the tokens that this page has had: a call that was under way at a change came with the old one. */
export function countRenewals(): number {
  return renewals;
}

export function noteRenewal(): void {
  renewals += 1;
}
