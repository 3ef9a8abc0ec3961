import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type Member, type Organisation, resendInvitation } from '../../contract/organisations.ts';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import type { Asked } from './members-tab.tsx';

/** What may be done with a member, in a small menu. */
export function MemberActs(props: {
  organisation: Organisation;
  member: Member;
  ask: (asked: Asked) => void;
}) {
  const t = useTexts();
  const { organisation, member, ask } = props;
  const { allowed, user } = member;
  const resend = useAct(resendInvitation, {
    refresh: ['members', 'users', 'mail', 'audit'],
    done: () => noticeDone(t('members.resend.done', { email: user.email })),
  });
  if (allowed.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('members.acts.of', { name: user.name })} loading={resend.isPending}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {allowed.includes('resend') && (
          <Menu.Item
            onClick={() =>
              resend.mutate(
                { input: { organisation: organisation.id, member: member.id } },
                { onError: noticeFailed },
              )
            }
          >
            {t('members.resend')}
          </Menu.Item>
        )}
        {allowed.includes('change-role') && (
          <Menu.Item onClick={() => ask({ act: 'role', member })}>{t('members.role')}</Menu.Item>
        )}
        {allowed.includes('remove') && (
          <Menu.Item color="var(--mantine-color-error)" onClick={() => ask({ act: 'remove', member })}>
            {t(member.state === 'pending' ? 'members.revoke' : 'members.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
