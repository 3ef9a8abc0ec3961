import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { proveWith } from '../kit/proof.ts';

const ProveWindow = lazy(() =>
  import('./prove-window.tsx').then(({ ProveWindow }) => ({ default: ProveWindow })),
);

/** Stands once around the pages: opens when a call wants to know again who is there, which then goes on. */
export function ProveDialog() {
  const [open, setOpen] = useState<'never' | 'open' | 'closed'>('never');
  const answer = useRef<(proved: boolean) => void>(() => undefined);
  useEffect(
    () =>
      proveWith(() => {
        setOpen('open');
        return new Promise((resolve) => {
          answer.current = resolve;
        });
      }),
    [],
  );
  if (open === 'never') return null;
  const end = (proved: boolean) => {
    setOpen('closed');
    answer.current(proved);
  };
  return (
    <Suspense>
      <ProveWindow opened={open === 'open'} end={end} />
    </Suspense>
  );
}
