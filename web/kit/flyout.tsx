import type { PopoverProps } from '@mantine/core';
import { lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react';

const load = () => import('./flyout-window.tsx');
const FlyoutWindow = lazy(() => load().then(({ FlyoutWindow }) => ({ default: FlyoutWindow })));

/** What the button of a Flyout has to pass on to its element. */
export type FlyoutButton = {
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  'aria-expanded'?: boolean;
  'aria-haspopup'?: 'dialog';
};

/**
 * A button with a small window that hangs from it: filters, choices. What opens it is loaded when the button is
 * pointed at, so a page with Flyouts stays light. `button` makes the element and passes its properties on:
 * `button={(props) => <Button {...props}>…</Button>}`; `children` may be a function that is given `close`.
 */
export function Flyout(props: {
  label: string;
  button: (props: FlyoutButton) => ReactElement;
  position?: PopoverProps['position'];
  width?: number;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const [wanted, setWanted] = useState(false);
  const closed = props.button({
    onClick: () => setWanted(true),
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    'aria-expanded': false,
    'aria-haspopup': 'dialog',
  });
  if (!wanted) return closed;
  return (
    <Suspense fallback={closed}>
      <FlyoutWindow {...props} />
    </Suspense>
  );
}
