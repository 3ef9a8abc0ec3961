import { Radio, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { listRoles } from '../../contract/roles.ts';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** Which role a member gets in an organisation, each with what it is for. */
export function RoleChoice(props: { value: string; error?: ReactNode; change: (role: string) => void }) {
  const t = useTexts();
  const { data } = useQuery(queryOf(listRoles, { scope: 'organisation' }));
  if (!data) return <Skeleton height={120} />;
  return (
    <Radio.Group
      name="role"
      label={t('members.add.role')}
      description={t('members.add.role.about')}
      withAsterisk
      value={props.value}
      error={props.error}
      onChange={props.change}
    >
      <Stack gap="sm" my="xs">
        {data.items.map((role) => (
          <Radio
            key={role.id}
            value={role.id}
            label={role.name}
            description={role.mayGive ? role.description : t('users.roles.above')}
            disabled={!role.mayGive}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
