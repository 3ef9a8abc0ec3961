import { Text, UnstyledButton } from '@mantine/core';
import type { UserListed } from '../../contract/user-shapes.ts';
import { useDates } from '../kit/dates.ts';
import { Flyout } from '../kit/flyout.tsx';
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
        <Flyout
          label={t('users.list.more-roles', { count: rest.length, name: user.name })}
          button={(button) => (
            <UnstyledButton
              {...button}
              className={classes.more}
              aria-label={t('users.list.more-roles', { count: rest.length, name: user.name })}
            >
              +{rest.length}
            </UnstyledButton>
          )}
        >
          <ul className={classes.rest}>
            {rest.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Flyout>
      )}
    </span>
  );
}

function nameOf(role: UserListed['roles'][number], t: Texts, dates: ReturnType<typeof useDates>): string {
  if (role.endsOn === null) return role.name;
  return t('users.list.role-until', { role: role.name, day: dates.day(role.endsOn) });
}
