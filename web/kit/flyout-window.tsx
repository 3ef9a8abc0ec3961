import { Popover, type PopoverProps } from '@mantine/core';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { FlyoutButton } from './flyout.tsx';

/** The opened Flyout with its button; loaded by Flyout. */
export function FlyoutWindow(props: {
  label: string;
  button: (props: FlyoutButton) => ReactElement;
  position?: PopoverProps['position'];
  width?: number;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const [opened, setOpened] = useState(true);
  const { children } = props;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position={props.position ?? 'bottom-end'}
      width={props.width}
      // A telephone that is turned meanwhile must not leave it out of sight; where it fits on neither side it hangs down,
      // for downwards the page can be scrolled.
      preventPositionChangeWhenVisible={false}
      middlewares={{ flip: { fallbackStrategy: 'initialPlacement' }, shift: true }}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>{props.button({ onClick: () => setOpened((before) => !before) })}</Popover.Target>
      <Popover.Dropdown aria-label={props.label} maw="calc(100vw - 12px)">
        {typeof children === 'function' ? children(() => setOpened(false)) : children}
      </Popover.Dropdown>
    </Popover>
  );
}
