import { Text } from '@mantine/core';
import type { UserListed } from '../../contract/user-shapes.ts';
import { AdminMark } from '../kit/admin-mark.tsx';
import type { Column } from '../kit/column-head.tsx';
import { useDates } from '../kit/dates.ts';
import { TextLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './list.module.css';
import { LockMark, StateMark } from './person-marks.tsx';
import { RoleFilterHead } from './role-filter.tsx';
import { RolesCell } from './roles-cell.tsx';

/** Every column that the list can show; those marked `extra` only when they are chosen. */
export function useListColumns(): Column<UserListed>[] {
  const t = useTexts();
  const dates = useDates();
  const extra = (key: keyof UserListed, title: string, cell: Column<UserListed>['cell']) => ({
    key,
    title,
    cell,
    extra: true,
  });
  return [
    {
      key: 'name',
      title: t('users.list.name'),
      cell: (user) => <NameCell user={user} />,
      sort: 'name',
      lead: true,
      always: true,
    },
    { key: 'email', title: t('fields.name.email'), cell: (user) => user.email, sort: 'email' },
    {
      key: 'roles',
      title: t('fields.name.roles'),
      head: <RoleFilterHead />,
      cell: (user) => <RolesCell user={user} />,
    },
    {
      key: 'twoFactor',
      title: t('users.list.two-factor'),
      cell: (user) => t(`users.two-factor.${user.twoFactor}`),
    },
    {
      key: 'lastSignIn',
      title: t('users.list.last-sign-in'),
      cell: (user) => <MomentCell moment={user.lastSignInAt} />,
      sort: 'lastSignIn',
      downFirst: true,
    },
    extra('username', t('fields.name.username'), (user) => user.username),
    extra('number', t('fields.name.number'), (user) => user.number),
    extra('personnelNumber', t('fields.name.personnelNumber'), (user) => user.personnelNumber),
    extra('organisations', t('users.list.organisations'), ({ organisations }) =>
      organisations.map(({ name }) => name).join(', '),
    ),
    extra('groups', t('groups.user.title'), ({ groups = [] }) => groups.map(({ name }) => name).join(', ')),
    extra('jobTitle', t('fields.name.jobTitle'), (user) => user.jobTitle),
    extra('phone', t('fields.name.phone'), (user) => user.phone),
    extra('mobile', t('fields.name.mobile'), (user) => user.mobile),
    extra('startsOn', t('fields.name.startsOn'), ({ startsOn }) => startsOn && dates.day(startsOn)),
    extra('leavesOn', t('fields.name.leavesOn'), ({ leavesOn }) => leavesOn && dates.day(leavesOn)),
    extra('language', t('fields.name.language'), (user) => t(`languages.${user.language}`)),
    {
      ...extra('createdAt', t('users.list.created'), (user) => <MomentCell moment={user.createdAt} />),
      sort: 'createdAt',
      downFirst: true,
    },
  ];
}

/** As it is said, with the last name in bold: that is what the list is sorted on. */
function NameCell({ user }: { user: UserListed }) {
  const before = [user.firstName, user.infix].filter(Boolean).join(' ');
  return (
    <span className={classes.name}>
      <TextLink to="/users/$id" params={{ id: user.id }} className={classes.link}>
        {before} <strong>{user.lastName}</strong>
      </TextLink>
      {user.locked && <LockMark />}
      {user.admin && <AdminMark />}
      {(user.state === 'pending' || user.state === 'starting') && <StateMark state={user.state} />}
    </span>
  );
}

function MomentCell({ moment }: { moment: string | null }) {
  const t = useTexts();
  const dates = useDates();
  if (moment === null) {
    return (
      <Text span inherit c="dimmed">
        {t('users.list.never')}
      </Text>
    );
  }
  return (
    <time dateTime={moment} title={dates.moment(moment)}>
      {dates.relative(moment)}
    </time>
  );
}
