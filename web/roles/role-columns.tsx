import { Badge } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { Role } from '../../contract/roles.ts';
import { locales } from '../../contract/texts.ts';
import type { Column } from '../kit/column-head.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { useLocale, useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import classes from './roles.module.css';

/** What the list tells of a role. */
export function useRoleColumns(): Column<Role>[] {
  const t = useTexts();
  const may = useMay();
  const { language } = useLocale();
  const number = (count: number) => count.toLocaleString(locales[language]);
  const columns: Column<Role>[] = [
    {
      key: 'name',
      title: t('roles.column.name'),
      cell: (role) => <RoleName role={role} />,
      lead: true,
      width: '26%',
    },
    {
      key: 'about',
      title: t('roles.column.about'),
      cell: (role) => <span className={classes.about}>{role.description}</span>,
      wrap: true,
    },
    {
      key: 'rights',
      title: t('roles.column.rights'),
      cell: (role) => number(role.permissions.length),
      align: 'end',
      width: 90,
    },
    {
      key: 'holders',
      title: t('roles.column.holders'),
      cell: (role) => number(role.holders ?? 0),
      align: 'end',
      width: 90,
    },
  ];
  if (!may('roles.change')) return columns;
  return [
    ...columns,
    {
      key: 'acts',
      pinned: true,
      title: t('roles.column.acts'),
      cell: (role) => <CopyLink role={role} />,
      align: 'end',
      width: 130,
    },
  ];
}

function RoleName({ role }: { role: Role }) {
  const t = useTexts();
  return (
    <span className={classes.name}>
      <TextLink to="/roles/$id" params={{ id: role.id }} fw={550}>
        {role.name}
      </TextLink>
      {role.key !== null && (
        <Badge variant="default" tt="none" fw={550}>
          {t('roles.default')}
        </Badge>
      )}
    </span>
  );
}

function CopyLink({ role }: { role: Role }) {
  const t = useTexts();
  return (
    <ButtonLink
      to="/roles/new"
      search={{ copy: role.id }}
      variant="subtle"
      size="compact-sm"
      leftSection={<IconCopy size={14} aria-hidden />}
      aria-label={t('roles.copy.of', { name: role.name })}
    >
      {t('roles.copy')}
    </ButtonLink>
  );
}
