import { Button, Group, Stack } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ProblemAlert } from './problem-alert.tsx';
import { useTexts } from './texts.tsx';

const DialogWindow = lazy(() =>
  import('./dialog-window.tsx').then(({ DialogWindow }) => ({ default: DialogWindow })),
);

/** A window over the page. Its title names what it is about. */
export function Dialog(props: {
  opened: boolean;
  close: () => void;
  title: ReactNode;
  size?: string | number;
  children: ReactNode;
}) {
  const [used, setUsed] = useState(props.opened);
  if (props.opened && !used) setUsed(true);
  if (!used) return null;
  return (
    <Suspense>
      <DialogWindow {...props} />
    </Suspense>
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
