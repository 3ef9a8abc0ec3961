import { Button, Group, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { useTexts } from './texts.tsx';

/** A field in which the two versions differ, in words. */
export type Difference = { field: string; mine: ReactNode; theirs: ReactNode };

/**
 * After `request.stale`: shows what was typed beside what somebody else saved, and asks which stays. The one who
 * shows it reads the newest version first (`differences` undefined while that is on its way).
 */
export function StaleDialog(props: {
  opened: boolean;
  close: () => void;
  differences: Difference[] | undefined;
  keepMine: () => void;
  takeTheirs: () => void;
}) {
  const t = useTexts();
  return (
    <Dialog opened={props.opened} close={props.close} title={t('kit.stale.title')} size="lg">
      <Stack>
        <Text>{t('kit.stale.text')}</Text>
        <Table.ScrollContainer minWidth={420}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('kit.stale.field')}</Table.Th>
                <Table.Th>{t('kit.stale.mine')}</Table.Th>
                <Table.Th>{t('kit.stale.theirs')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {(props.differences ?? []).map(({ field, mine, theirs }) => (
                <Table.Tr key={field}>
                  <Table.Th scope="row">{field}</Table.Th>
                  <Table.Td>{mine}</Table.Td>
                  <Table.Td>{theirs}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.takeTheirs} disabled={!props.differences}>
            {t('kit.stale.take-theirs')}
          </Button>
          <Button onClick={props.keepMine} disabled={!props.differences}>
            {t('kit.stale.keep-mine')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
