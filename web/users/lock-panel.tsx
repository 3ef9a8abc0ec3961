import { Button, Group, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { unlockUser } from '../../contract/sign-in.ts';
import type { User } from '../../contract/user-shapes.ts';
import { useDates } from '../kit/dates.ts';
import { useTexts } from '../kit/texts.tsx';
import { LockMark } from './person-marks.tsx';
import { useUserAct } from './use-user-act.ts';
import classes from './user-page.module.css';

/** For a locked account: since when, and Unlock. Right after unlocking: the advice to set a new password. */
export function LockPanel({ user, setPassword }: { user: User; setPassword: () => void }) {
  const t = useTexts();
  const dates = useDates();
  const [unlocked, setUnlocked] = useState(false);
  const unlock = useUserAct(unlockUser, { tell: true, done: () => setUnlocked(true) });
  const { name, lockedAt } = user;
  if (user.locked && lockedAt !== null) {
    return (
      <div className={classes.locked}>
        <div className={classes.lockedTitle}>
          <LockMark size={18} />
          {t('users.security.locked', { moment: dates.moment(lockedAt) })}
        </div>
        <Text size="sm">{t('users.security.locked.about', { name })}</Text>
        {user.allowed.includes('security') && (
          <Button loading={unlock.busy} onClick={() => unlock.run({ id: user.id })}>
            {t('users.security.unlock')}
          </Button>
        )}
      </div>
    );
  }
  if (!unlocked) return null;
  return (
    <div className={classes.locked} role="status">
      <div className={classes.lockedTitle}>
        <IconCircleCheck size={18} aria-hidden />
        {t('users.security.unlocked', { name })}
      </div>
      <Text size="sm">{t('users.security.unlocked.about')}</Text>
      <Group gap="xs">
        <Button
          autoFocus
          onClick={() => {
            setUnlocked(false);
            setPassword();
          }}
        >
          {t('users.security.set-password')}
        </Button>
        <Button variant="default" onClick={() => setUnlocked(false)}>
          {t('users.security.not-now')}
        </Button>
      </Group>
    </div>
  );
}
