import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fold } from '../../contract/fold.ts';
import { listRoles } from '../../contract/roles.ts';
import { useAddress } from '../kit/address-state.ts';
import { Dialog } from '../kit/dialog.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './list.module.css';
import { listAddress } from './list-address.ts';

/** The roles of the installation, as choices: default roles by their key, which reads well in an address. */
export function useRoleChoices() {
  const t = useTexts();
  const query = useQuery(queryOf(listRoles, { scope: 'installation' }));
  const choices = query.data?.items.map(({ key, id, name }) => ({ value: key ?? id, name }));
  return {
    ...query,
    choices: choices && [...choices, { value: 'none', name: t('users.filters.roles.none') }],
  };
}

/** The head of the column with roles: opens the choice of roles, and shows that one is on. */
export function RoleFilterHead() {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  const [{ role = [] }] = useAddress(listAddress);
  return (
    <>
      <button
        type="button"
        className={classes.headButton}
        data-on={role.length > 0 || undefined}
        aria-haspopup="dialog"
        title={t('users.filters.roles.open')}
        onClick={() => setOpened(true)}
      >
        {t('fields.name.roles')}
        <IconFilter size={14} aria-hidden />
        {role.length > 0 && <span className={classes.count}>{role.length}</span>}
      </button>
      <RoleFilterDialog opened={opened} close={() => setOpened(false)} />
    </>
  );
}

/** The window in which roles are ticked: everybody with at least one of them stays in the list. */
export function RoleFilterDialog(props: { opened: boolean; close: () => void }) {
  const t = useTexts();
  return (
    <Dialog opened={props.opened} close={props.close} title={t('users.filters.roles.title')}>
      <RoleTicks close={props.close} />
    </Dialog>
  );
}

function RoleTicks({ close }: { close: () => void }) {
  const t = useTexts();
  const [{ role = [] }, change] = useAddress(listAddress);
  const [ticked, setTicked] = useState<string[]>(role);
  const [search, setSearch] = useState('');
  const { choices, error, refetch } = useRoleChoices();
  const found = choices?.filter(({ name }) => fold(name).includes(fold(search)));
  const apply = (roles: string[]) => {
    change({ role: roles });
    close();
  };
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('users.filters.roles.about')}</Text>
      <TextInput
        role="searchbox"
        aria-label={t('users.filters.roles.search')}
        placeholder={t('users.filters.roles.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        data-autofocus
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ProblemAlert problem={choices ? null : error} retry={() => void refetch()} />
      <div className={classes.roleTicks}>
        <Checkbox.Group value={ticked} onChange={setTicked} aria-label={t('fields.name.roles')}>
          <Stack gap={10} p={4}>
            {found?.map(({ value, name }) => (
              <Checkbox key={value} value={value} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
        {found?.length === 0 && <Text c="dimmed">{t('users.filters.roles.nothing', { text: search })}</Text>}
      </div>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" aria-live="polite">
          {t('users.filters.roles.ticked', { count: ticked.length })}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={() => apply([])}>
            {t('users.filters.roles.clear')}
          </Button>
          <Button onClick={() => apply(ticked)}>{t('users.filters.roles.apply')}</Button>
        </Group>
      </Group>
    </Stack>
  );
}
