import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from './texts.tsx';

/** The window itself; loaded by Dialog when the first one opens. */
export function DialogWindow(props: {
  opened: boolean;
  close: () => void;
  title: ReactNode;
  size?: string | number;
  /** Over other windows. */
  onTop?: boolean;
  children: ReactNode;
}) {
  const t = useTexts();
  return (
    <Modal
      opened={props.opened}
      onClose={props.close}
      title={props.title}
      size={props.size ?? 'md'}
      zIndex={props.onTop ? 300 : undefined}
      closeButtonProps={{ 'aria-label': t('kit.close') }}
    >
      {props.children}
    </Modal>
  );
}
