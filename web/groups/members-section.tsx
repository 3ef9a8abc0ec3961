import { ActionIcon, Badge, Button, Text } from '@mantine/core';
import { IconPencil, IconUserMinus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Group, type GroupMember, listGroupMembers } from '../../contract/groups.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { useDates } from '../kit/dates.ts';
import { TextLink } from '../kit/links.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { StateMark } from '../users/person-marks.tsx';
import { AddMembersDialog } from './add-members-dialog.tsx';
import classes from './groups.module.css';
import { ChangeMemberDialog, RemoveMemberDialog } from './member-dialogs.tsx';

type Asked = { act: 'change' | 'remove'; member: GroupMember };

/** Who is linked: since when, until when, who manages it; adding, changing and removing. */
export function MembersSection({ group }: { group: Group }) {
  const t = useTexts();
  const may = useMay();
  const paging = usePaging();
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queryOf(listGroupMembers, { id: group.id, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  const columns = useMemberColumns(may('groups.change') ? setAsked : undefined);
  return (
    <Section
      title={t('groups.members.title')}
      action={
        may('groups.change') && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('groups.add')}
          </Button>
        )
      }
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && (
        <DataTable
          label={t('groups.members.title')}
          columns={columns}
          page={data}
          rowKey={(member) => member.id}
          stale={isPlaceholderData}
          paging={paging}
          empty={<Text c="dimmed">{t('groups.members.empty')}</Text>}
        />
      )}
      <AddMembersDialog group={group} opened={adding} close={() => setAdding(false)} />
      {asked?.act === 'change' && (
        <ChangeMemberDialog group={group} member={asked.member} close={() => setAsked(null)} />
      )}
      {asked?.act === 'remove' && (
        <RemoveMemberDialog group={group} member={asked.member} close={() => setAsked(null)} />
      )}
    </Section>
  );
}

function useMemberColumns(ask: ((asked: Asked) => void) | undefined): Column<GroupMember>[] {
  const t = useTexts();
  const dates = useDates();
  const columns: Column<GroupMember>[] = [
    { key: 'name', title: t('groups.name'), lead: true, cell: (member) => <MemberName member={member} /> },
    { key: 'email', title: t('fields.name.email'), cell: ({ email }) => email },
    { key: 'state', title: t('groups.members.state'), cell: ({ state }) => <StateMark state={state} /> },
    { key: 'since', title: t('groups.members.since'), cell: ({ since }) => dates.day(since) },
    {
      key: 'until',
      title: t('groups.members.until'),
      cell: ({ until }) => (until === null ? '–' : dates.day(until)),
    },
  ];
  if (!ask) return columns;
  return [
    ...columns,
    {
      key: 'acts',
      pinned: true,
      title: '',
      align: 'end',
      wrap: true,
      cell: (member) => <MemberActs member={member} ask={ask} />,
    },
  ];
}

function MemberName({ member: { id, name, manager } }: { member: GroupMember }) {
  const t = useTexts();
  const may = useMay();
  return (
    <span className={classes.name}>
      {may('users.view') ? (
        <TextLink to="/users/$id" params={{ id }}>
          {name}
        </TextLink>
      ) : (
        name
      )}
      {manager && (
        <Badge variant="light" color="gray" tt="none" fw={550} c="var(--mantine-color-text)">
          {t('groups.members.manager')}
        </Badge>
      )}
    </span>
  );
}

const icons = { change: IconPencil, remove: IconUserMinus };

function MemberActs({ member, ask }: { member: GroupMember; ask: (asked: Asked) => void }) {
  const t = useTexts();
  return (
    <div className={classes.actions}>
      {(['change', 'remove'] as const).map((act) => {
        const words = t(`groups.members.${act}.named`, { name: member.name });
        const Icon = icons[act];
        return (
          <ActionIcon
            key={act}
            variant="subtle"
            color="gray"
            aria-label={words}
            title={words}
            onClick={() => ask({ act, member })}
          >
            <Icon size={17} aria-hidden />
          </ActionIcon>
        );
      })}
    </div>
  );
}
