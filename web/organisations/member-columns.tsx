import type { Member, Organisation } from '../../contract/organisations.ts';
import { AdminMark } from '../kit/admin-mark.tsx';
import type { Column } from '../kit/column-head.tsx';
import { useDates } from '../kit/dates.ts';
import { TextLink } from '../kit/links.tsx';
import { StateBadge } from '../kit/state-badge.tsx';
import { useLocale, useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { MemberActs } from './member-acts.tsx';
import type { Asked } from './members-tab.tsx';
import classes from './organisations.module.css';

/** What the table tells of a member; `ask` opens the window of an act. */
export function useMemberColumns(organisation: Organisation, ask: (asked: Asked) => void): Column<Member>[] {
  const t = useTexts();
  const dates = useDates();
  const { timeZone } = useLocale();
  const columns: Column<Member>[] = [
    { key: 'name', title: t('members.column.name'), lead: true, cell: (member) => <Name member={member} /> },
    { key: 'email', title: t('members.column.email'), cell: ({ user }) => user.email },
    { key: 'role', title: t('members.column.role'), cell: ({ role }) => role.name },
    { key: 'state', title: t('members.column.state'), cell: (member) => <State member={member} /> },
    {
      key: 'since',
      title: t('members.column.since'),
      cell: ({ since }) => (
        <time dateTime={since} title={dates.moment(since)}>
          {dates.day(dayIn(timeZone, since))}
        </time>
      ),
    },
  ];
  if (!organisation.allowed.includes('manage-members')) return columns;
  return [
    ...columns,
    {
      key: 'acts',
      pinned: true,
      title: t('members.column.acts'),
      align: 'end',
      width: 90,
      cell: (member) => <MemberActs organisation={organisation} member={member} ask={ask} />,
    },
  ];
}

function Name({ member: { user } }: { member: Member }) {
  const may = useMay();
  return (
    <span className={classes.name}>
      {may('users.view') ? (
        <TextLink to="/users/$id" params={{ id: user.id }} fw={550}>
          {user.name}
        </TextLink>
      ) : (
        user.name
      )}
      {user.admin && <AdminMark />}
    </span>
  );
}

function State({ member: { state } }: { member: Member }) {
  const t = useTexts();
  return (
    <StateBadge
      tone={state === 'active' ? 'good' : 'waiting'}
      about={state === 'pending' ? t('members.state.pending.about') : undefined}
    >
      {t(`members.state.${state}`)}
    </StateBadge>
  );
}

/** The day of a moment where the reader is; Swedish days are written as ours are stored. */
function dayIn(timeZone: string, moment: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(moment));
}
