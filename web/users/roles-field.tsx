import { Checkbox, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { fold } from '../../contract/fold.ts';
import { listRoles, type Role } from '../../contract/roles.ts';
import type { User } from '../../contract/user-shapes.ts';
import { useDates } from '../kit/dates.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { RoleEnd } from '../roles/role-end.tsx';
import classes from './form.module.css';

/** The last days of roles, and how one is changed; empty text takes it away. */
type RoleEnds = { days: Readonly<Record<string, string>>; change: (role: string, day: string) => void };

/** With more roles than this, a search box stands above them. */
const manyRoles = 10;

/**
 * All roles to tick, each with what it is for. A role with rights that the reader lacks stands there greyed, with the
 * reason. `given`: the roles as somebody has them, for the day until which they have each; `ends`: for changing it.
 */
export function RolesField(props: {
  value: string[];
  onChange: (roles: string[]) => void;
  error?: ReactNode;
  given?: User['roles'];
  ends?: RoleEnds;
}) {
  const t = useTexts();
  const [search, setSearch] = useState('');
  const { data, error, refetch } = useQuery(queryOf(listRoles, { scope: 'installation' }));
  const roles = data?.items ?? [];
  const found = roles.filter(({ name }) => fold(name).includes(fold(search)));
  return (
    <Stack gap="sm">
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={120} />}
      {roles.length > manyRoles && (
        <TextInput
          role="searchbox"
          aria-label={t('users.roles.search')}
          placeholder={t('users.roles.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <Checkbox.Group
        value={props.value}
        onChange={props.onChange}
        error={props.error}
        aria-label={t('fields.name.roles')}
      >
        <div className={classes.roleScroll} data-many={roles.length > manyRoles || undefined}>
          <div className={classes.roles}>
            {found.map((role) => (
              <div key={role.id}>
                <RoleTick
                  role={role}
                  given={props.given?.find(({ id }) => id === role.id)}
                  ends={props.ends}
                />
                {props.ends && role.mayGive && props.value.includes(role.id) && (
                  <div className={classes.roleEnd}>
                    <RoleEnd
                      role={role.name}
                      day={props.ends.days[role.id] ?? ''}
                      change={(day) => props.ends?.change(role.id, day)}
                    />
                  </div>
                )}
              </div>
            ))}
          </div>
        </div>
      </Checkbox.Group>
      {data && found.length === 0 && (
        <Text c="dimmed">{t('users.filters.roles.nothing', { text: search })}</Text>
      )}
    </Stack>
  );
}

type Tick = { role: Role; given: User['roles'][number] | undefined; ends: RoleEnds | undefined };

function RoleTick({ role, given, ends }: Tick) {
  const t = useTexts();
  const dates = useDates();
  const about = role.mayGive ? role.description : t('users.roles.above');
  const fixed = !ends || !role.mayGive;
  const until = fixed && given?.endsOn && t('users.roles.until', { day: dates.day(given.endsOn) });
  return (
    <Checkbox
      name="roles"
      value={role.id}
      label={role.name}
      classNames={{ description: classes.about }}
      disabled={!role.mayGive}
      description={[about, until].filter(Boolean).join(' · ')}
    />
  );
}

/** The roles of somebody, to read. */
export function RolesRead({ roles }: { roles: User['roles'] }) {
  const t = useTexts();
  const dates = useDates();
  if (roles.length === 0) return <Text>{t('users.roles.none')}</Text>;
  return (
    <ul className={classes.read}>
      {roles.map(({ id, name, endsOn }) => (
        <li key={id}>{endsOn ? t('users.list.role-until', { role: name, day: dates.day(endsOn) }) : name}</li>
      ))}
    </ul>
  );
}
