import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { User } from '../../contract/user-shapes.ts';
import { TextLink } from '../kit/links.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { ChangeMember } from '../organisations/change-member.tsx';
import { JoinOrganisation } from '../organisations/join-organisation.tsx';
import { RemoveMember } from '../organisations/remove-member.tsx';
import { useMay, useSession } from '../session/session.ts';
import classes from './user-page.module.css';

type Membership = User['organisations'][number];
type Asked = { act: 'role' | 'remove'; of: Membership } | { act: 'join' } | null;

/** To which organisations this person belongs and as what. Every act here counts at once, and is told by mail. */
export function OrganisationsSection({ user }: { user: User }) {
  const t = useTexts();
  const may = useMay();
  const adds = useAdds(user);
  const [asked, ask] = useState<Asked>(null);
  if (!may('organisations.view')) return null;
  return (
    <Section title={t('shell.organisations')}>
      <Stack>
        {user.organisations.length === 0 && <Text c="dimmed">{t('organisations.user.none')}</Text>}
        <ul className={classes.periods} aria-label={t('shell.organisations')}>
          {user.organisations.map((of) => (
            <li key={of.id} className={classes.period}>
              <TextLink to="/organisations/$id" params={{ id: of.id }}>
                {of.name}
              </TextLink>
              <span>{of.role}</span>
              <Acts of={of} ask={ask} />
            </li>
          ))}
        </ul>
        {adds && (
          <Group>
            <Button variant="default" onClick={() => ask({ act: 'join' })} aria-haspopup="dialog">
              {t('organisations.user.join')}
            </Button>
          </Group>
        )}
      </Stack>
      <Windows user={user} asked={asked} close={() => ask(null)} />
    </Section>
  );
}

/** True where the reader manages the members of an organisation that this person is not in yet. */
function useAdds({ organisations: own }: User): boolean {
  const { permissions, organisations } = useSession();
  if (permissions.includes('members.manage')) return true;
  return organisations.some(
    (one) => one.permissions.includes('members.manage') && !own.some(({ id }) => id === one.id),
  );
}

function Acts({ of, ask }: { of: Membership; ask: (asked: Asked) => void }) {
  const t = useTexts();
  return (
    <>
      {of.allowed.includes('change-role') && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('organisations.user.change-role', { organisation: of.name })}
          onClick={() => ask({ act: 'role', of })}
        >
          {t('members.role')}
        </Button>
      )}
      {of.allowed.includes('remove') && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('organisations.user.remove-from', { organisation: of.name })}
          onClick={() => ask({ act: 'remove', of })}
        >
          {t('organisations.user.remove')}
        </Button>
      )}
    </>
  );
}

function Windows({ user, asked, close }: { user: User; asked: Asked; close: () => void }) {
  if (!asked) return null;
  if (asked.act === 'join') return <JoinOrganisation user={user} close={close} />;
  const member = {
    id: user.id,
    user: { name: user.name, email: user.email },
    role: { id: asked.of.roleId },
    state: user.activatedAt === null ? ('pending' as const) : ('active' as const),
  };
  const Window = asked.act === 'role' ? ChangeMember : RemoveMember;
  return <Window organisation={asked.of} member={member} close={close} />;
}
