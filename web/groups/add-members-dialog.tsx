import { Button, Group as Row, Stack, Tabs } from '@mantine/core';
import { useState } from 'react';
import { addGroupMembers, type Group } from '../../contract/groups.ts';
import { DayField } from '../kit/day-field.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { type Pick, PickChips } from '../kit/pick-many.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { PickUsers } from '../users/pick-users.tsx';
import { affected } from './kinds.ts';
import { PasteList } from './paste-list.tsx';

/** Links several people at once: searched one by one, or pasted as a list. */
export function AddMembersDialog(props: { group: Group; opened: boolean; close: () => void }) {
  const t = useTexts();
  return (
    <Dialog
      opened={props.opened}
      close={props.close}
      title={t('groups.add.title', { name: props.group.name })}
      size="lg"
    >
      <AddMembers group={props.group} close={props.close} />
    </Dialog>
  );
}

function AddMembers({ group, close }: { group: Group; close: () => void }) {
  const t = useTexts();
  const [chosen, setChosen] = useState<Pick[]>([]);
  const [since, setSince] = useState('');
  const add = useAct(addGroupMembers, {
    refresh: affected,
    done: ({ added }) => {
      close();
      noticeDone(t('groups.added', { count: added }));
    },
  });
  const users = chosen.map(({ id }) => id);
  return (
    <Stack>
      <ProblemAlert problem={add.error} />
      <Tabs defaultValue="search" keepMounted>
        <Tabs.List mb="sm">
          <Tabs.Tab value="search">{t('groups.add.search')}</Tabs.Tab>
          <Tabs.Tab value="paste">{t('groups.add.paste')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="search">
          <PickUsers label={t('groups.add.search')} chosen={chosen} change={setChosen} />
        </Tabs.Panel>
        <Tabs.Panel value="paste">
          <Stack gap="sm">
            <PasteList found={(people) => setChosen((before) => joined(before, people))} />
            <PickChips chosen={chosen} change={setChosen} />
          </Stack>
        </Tabs.Panel>
      </Tabs>
      <DayField
        label={t('groups.add.since')}
        description={t('groups.add.since.about')}
        value={since}
        onChange={setSince}
      />
      <Row justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {t('kit.cancel')}
        </Button>
        <Button
          disabled={chosen.length === 0}
          loading={add.isPending}
          onClick={() => add.mutate({ input: { id: group.id, users, since: since || undefined } })}
        >
          {t('groups.add.submit', { count: chosen.length })}
        </Button>
      </Row>
    </Stack>
  );
}

function joined(before: Pick[], people: Pick[]): Pick[] {
  return [...before, ...people.filter(({ id }) => !before.some((one) => one.id === id))];
}
