import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';
import classes from './overview.module.css';

/** The organisations of which the reader sees the members by a role there, each a link. */
export function OwnOrganisations() {
  const t = useTexts();
  const mine = useOwnOrganisations();
  if (mine.length === 0) return null;
  return (
    <section aria-labelledby="own-organisations">
      <Title order={2} id="own-organisations" mb={10}>
        {t('overview.organisations')}
      </Title>
      <ul className={classes.counts}>
        {mine.map(({ id, name, permissions }) => (
          <li key={id}>
            <Link to="/organisations/$id" params={{ id }} className={classes.tile}>
              <span className={classes.label}>{name}</span>
              <Text component="span" size="sm" c="dimmed">
                {t(
                  permissions.includes('members.manage')
                    ? 'overview.organisations.manage'
                    : 'overview.organisations.view',
                )}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The organisations that the reader sees by a role there. */
export function useOwnOrganisations() {
  const { organisations } = useSession();
  return organisations.filter(({ permissions }) => permissions.includes('organisations.view'));
}
