import { Button, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../kit/dialog.tsx';
import { type Pick, PickChips } from '../kit/pick-many.tsx';
import { useTexts } from '../kit/texts.tsx';
import { GroupPicker } from './group-picker.tsx';

/** What somebody new is linked to, as chips, with a window to choose. */
export function GroupsField(props: {
  chosen: readonly Pick[];
  change: (chosen: Pick[]) => void;
  error?: ReactNode;
}) {
  const t = useTexts();
  return (
    <Stack gap="sm">
      {props.chosen.length === 0 && <Text c="dimmed">{t('groups.user.none')}</Text>}
      <PickChips chosen={props.chosen} change={props.change} />
      {props.error && (
        <Text size="sm" c="var(--mantine-color-error)">
          {props.error}
        </Text>
      )}
      <ChooseGroups chosen={props.chosen} change={props.change} />
    </Stack>
  );
}

/** The button and the window in which groups are ticked; each tick counts at once. */
export function ChooseGroups(props: { chosen: readonly Pick[]; change: (chosen: Pick[]) => void }) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <div>
      <Button variant="default" onClick={() => setOpened(true)} aria-haspopup="dialog">
        {t('groups.user.choose')}
      </Button>
      <Dialog opened={opened} close={close} title={t('groups.user.choose.title')} size="lg">
        <Stack>
          <GroupPicker chosen={props.chosen} change={props.change} />
          <div>
            <Button onClick={close}>{t('groups.pick.apply')}</Button>
          </div>
        </Stack>
      </Dialog>
    </div>
  );
}
