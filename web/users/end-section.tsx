import { Button, Group } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { User } from '../../contract/user-shapes.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { EndDialog } from './end-dialog.tsx';

/** At the bottom right: Delete, which opens the window with the two ways to end an account. */
export function EndSection({ user, leave }: { user: User; leave: () => void }) {
  const t = useTexts();
  const may = useMay();
  const [opened, setOpened] = useState(false);
  if (!may('users.delete') && !may('users.deactivate')) return null;
  return (
    <Group justify="flex-end">
      <Button
        variant="subtle"
        color="red"
        c="var(--mantine-color-error)"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('users.end.open')}
      </Button>
      <EndDialog user={user} opened={opened} close={() => setOpened(false)} leave={leave} />
    </Group>
  );
}
