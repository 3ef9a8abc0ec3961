import { Checkbox, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Permission } from '../../contract/permissions.ts';
import type { Role } from '../../contract/roles.ts';
import { useTexts } from '../kit/texts.tsx';
import { findPermissions, type PermissionGroup, permissionGroups } from './permission-groups.ts';
import classes from './roles.module.css';
import { useHeld } from './use-held.ts';

type Choice = {
  scope: Role['scope'];
  chosen: readonly Permission[];
  change: (chosen: Permission[]) => void;
  disabled: boolean;
};

/** All rights by feature, to tick one by one or a whole feature; those that the reader lacks stay as they are. */
export function PermissionTree(props: Choice) {
  const t = useTexts();
  const [search, setSearch] = useState('');
  const found = findPermissions(props.scope, search, t);
  return (
    <div className={classes.tree}>
      <TextInput
        role="searchbox"
        aria-label={t('roles.rights.search')}
        placeholder={t('roles.rights.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {found.length === 0 && <Text c="dimmed">{t('roles.rights.nothing', { text: search })}</Text>}
      <div className={classes.groups}>
        {found.map((group) => (
          <Group key={group.name} group={group} {...props} />
        ))}
      </div>
    </div>
  );
}

function Group({ group, ...choice }: Choice & { group: PermissionGroup }) {
  const t = useTexts();
  const held = useHeld();
  const { scope, chosen, change, disabled } = choice;
  const whole = permissionGroups[scope].find(({ name }) => name === group.name)?.permissions ?? [];
  const mine = group.permissions.filter(held);
  const on = whole.filter((permission) => chosen.includes(permission)).length;
  const allMine = mine.length > 0 && mine.every((permission) => chosen.includes(permission));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t(group.text)}</legend>
      <div className={classes.all}>
        <Checkbox
          label={t('roles.rights.all', { group: t(group.text) })}
          checked={on === whole.length}
          indeterminate={on > 0 && on < whole.length}
          disabled={disabled || mine.length === 0}
          onChange={() => change(withThese(chosen, mine, !allMine))}
        />
        <span className={classes.count}>{t('roles.rights.count', { chosen: on, all: whole.length })}</span>
      </div>
      {group.permissions.map((permission) => (
        <Checkbox
          key={permission}
          className={classes.right}
          name="permissions"
          label={t(`permissions.${permission}`)}
          description={held(permission) || disabled ? undefined : t('roles.rights.lacking')}
          checked={chosen.includes(permission)}
          disabled={disabled || !held(permission)}
          onChange={(event) => change(withThese(chosen, [permission], event.currentTarget.checked))}
        />
      ))}
    </fieldset>
  );
}

function withThese(chosen: readonly Permission[], some: Permission[], on: boolean): Permission[] {
  const rest = chosen.filter((permission) => !some.includes(permission));
  return on ? [...rest, ...some] : rest;
}
