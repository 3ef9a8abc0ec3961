import { Button, Group, Text } from '@mantine/core';
import { withdrawEmail } from '../../contract/accounts.ts';
import type { User } from '../../contract/user-shapes.ts';
import { noticeDone } from '../kit/notices.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './form.module.css';
import { useUserAct } from './use-user-act.ts';

/** A new address that its owner has not confirmed yet, with the way to give it up. */
export function PendingEmail({ user, email }: { user: User; email: string }) {
  const t = useTexts();
  const withdraw = useUserAct(withdrawEmail, {
    done: () => noticeDone(t('users.page.pending-email.withdrawn', { email })),
    tell: true,
  });
  return (
    <Group gap="xs" className={classes.pending}>
      <Text size="sm">{t('users.page.pending-email', { email, current: user.email })}</Text>
      <Button
        variant="default"
        size="xs"
        loading={withdraw.busy}
        onClick={() => withdraw.run({ id: user.id })}
      >
        {t('users.page.pending-email.withdraw')}
      </Button>
    </Group>
  );
}
