import { Badge } from '@mantine/core';
import { IconLockFilled, IconShieldCheck } from '@tabler/icons-react';
import type { UserState } from '../../contract/users.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './person-marks.module.css';

/** The yellow lock of a locked account. */
export function LockMark({ size = 16 }: { size?: number }) {
  const t = useTexts();
  return (
    <span className={classes.lock} role="img" aria-label={t('states.locked')} title={t('states.locked')}>
      <IconLockFilled size={size} aria-hidden />
    </span>
  );
}

/** Admin access, as a mark beside a name. */
export function AdminMark() {
  const t = useTexts();
  return (
    <Badge variant="light" tt="none" fw={550} leftSection={<IconShieldCheck size={13} aria-hidden />}>
      {t('states.admin')}
    </Badge>
  );
}

/** The state of an account in a word. */
export function StateMark({ state }: { state: UserState }) {
  const t = useTexts();
  return (
    <span className={classes.state} data-state={state}>
      {t(`states.${state}`)}
    </span>
  );
}
