import { Popover, Text, UnstyledButton } from '@mantine/core';
import type { UserListed } from '../../contract/users.ts';
import { useDates } from '../kit/dates.ts';
import { type Texts, useTexts } from '../kit/texts.tsx';
import classes from './list.module.css';

const shown = 2;

/** The first roles of somebody; the others behind a small button that says how many. */
export function RolesCell({ user }: { user: UserListed }) {
  const t = useTexts();
  const dates = useDates();
  const names = user.roles.map((role) => nameOf(role, t, dates));
  const rest = names.slice(shown);
  if (names.length === 0) {
    return (
      <Text span inherit c="dimmed">
        {t('users.list.no-roles')}
      </Text>
    );
  }
  return (
    <span className={classes.roles}>
      <span className={classes.rolesShown}>{names.slice(0, shown).join(', ')}</span>
      {rest.length > 0 && (
        <Popover withinPortal position="bottom-start">
          <Popover.Target>
            <UnstyledButton
              className={classes.more}
              aria-label={t('users.list.more-roles', { count: rest.length, name: user.name })}
            >
              +{rest.length}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown p="sm">
            <ul className={classes.rest}>
              {rest.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Popover.Dropdown>
        </Popover>
      )}
    </span>
  );
}

function nameOf(role: UserListed['roles'][number], t: Texts, dates: ReturnType<typeof useDates>): string {
  if (role.endsOn === null) return role.name;
  return t('users.list.role-until', { role: role.name, day: dates.day(role.endsOn) });
}
