import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';
import { useTexts } from './texts.tsx';

/** A window over the page. Its title names what it is about. */
export function Dialog(props: {
  opened: boolean;
  close: () => void;
  title: ReactNode;
  size?: string | number;
  children: ReactNode;
}) {
  const t = useTexts();
  return (
    <Modal
      opened={props.opened}
      onClose={props.close}
      title={props.title}
      size={props.size ?? 'md'}
      closeButtonProps={{ 'aria-label': t('kit.close') }}
    >
      {props.children}
    </Modal>
  );
}

/**
 * Asks before something is done. `title` and `confirm` say what will happen and to whom ("Delete Jan Jansen"),
 * never "Are you sure" and "OK". Give `problem` and `busy` from the act: the window stays open when it fails.
 */
export function ConfirmDialog(props: {
  opened: boolean;
  close: () => void;
  title: string;
  confirm: string;
  act: () => void;
  cancel?: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  problem?: { message: string } | null;
  children?: ReactNode;
}) {
  const t = useTexts();
  return (
    <Dialog opened={props.opened} close={props.close} title={props.title}>
      <Stack gap="md">
        <ProblemAlert problem={props.problem ?? null} />
        {props.children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.close} data-autofocus={props.danger || undefined}>
            {props.cancel ?? t('kit.cancel')}
          </Button>
          <Button
            color={props.danger ? 'red.8' : undefined}
            onClick={props.act}
            loading={props.busy}
            disabled={props.disabled}
            data-autofocus={props.danger ? undefined : true}
          >
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
