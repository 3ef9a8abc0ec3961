import { Text } from '@mantine/core';
import type { MemberRequest } from '../../contract/requests.ts';
import type { Column } from '../kit/column-head.tsx';
import { useDates } from '../kit/dates.ts';
import { TextLink } from '../kit/links.tsx';
import { StateBadge } from '../kit/state-badge.tsx';
import { useTexts } from '../kit/texts.tsx';
import { affectedByMembers } from '../organisations/affected.ts';
import { useMay } from '../session/session.ts';
import { Decide } from './decide.tsx';
import classes from './requests.module.css';

const tones = { open: 'waiting', approved: 'good', declined: 'plain' } as const;

/** What the list tells of a request; `decline` opens the question. */
export function useRequestColumns(decline: (request: MemberRequest) => void): Column<MemberRequest>[] {
  const t = useTexts();
  const may = useMay();
  const columns: Column<MemberRequest>[] = [
    { key: 'email', title: t('requests.column.email'), lead: true, cell: ({ email }) => email },
    {
      key: 'organisation',
      title: t('requests.column.organisation'),
      cell: ({ organisation: { id, name } }) => (
        <TextLink to="/organisations/$id" params={{ id }}>
          {name}
        </TextLink>
      ),
    },
    { key: 'role', title: t('requests.column.role'), cell: ({ role }) => role.name },
    { key: 'note', title: t('requests.column.note'), cell: ({ note }) => note, wrap: true },
    { key: 'by', title: t('requests.column.by'), cell: (request) => <Asker request={request} /> },
    { key: 'state', title: t('requests.column.state'), cell: (request) => <State request={request} /> },
  ];
  if (!may('users.create')) return columns;
  return [
    ...columns,
    {
      key: 'acts',
      pinned: true,
      title: t('requests.column.acts'),
      align: 'end',
      cell: (request) =>
        request.state === 'open' && (
          <Decide request={request} decline={decline} refresh={affectedByMembers} />
        ),
    },
  ];
}

function Asker({ request: { requestedBy, requestedAt } }: { request: MemberRequest }) {
  const t = useTexts();
  const dates = useDates();
  return (
    <time dateTime={requestedAt} title={dates.moment(requestedAt)}>
      {t('requests.by', {
        name: requestedBy?.name ?? t('requests.somebody'),
        moment: dates.relative(requestedAt),
      })}
    </time>
  );
}

function State({ request: { state, decidedBy, decidedAt } }: { request: MemberRequest }) {
  const t = useTexts();
  const dates = useDates();
  return (
    <span className={classes.states}>
      <StateBadge tone={tones[state]}>{t(`requests.state.${state}`)}</StateBadge>
      {decidedAt !== null && (
        <Text span size="sm" c="dimmed" title={dates.moment(decidedAt)}>
          {t('requests.decided', {
            name: decidedBy?.name ?? t('requests.somebody'),
            moment: dates.relative(decidedAt),
          })}
        </Text>
      )}
    </span>
  );
}
