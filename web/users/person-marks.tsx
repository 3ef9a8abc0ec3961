import { IconLockFilled } from '@tabler/icons-react';
import type { UserState } from '../../contract/user-shapes.ts';
import { StateBadge } from '../kit/state-badge.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './person-marks.module.css';

const tones = { active: 'good', pending: 'waiting', starting: 'ahead', deactivated: 'plain' } as const;

/** The yellow lock of a locked account. */
export function LockMark({ size = 16 }: { size?: number }) {
  const t = useTexts();
  return (
    <span className={classes.lock} role="img" aria-label={t('states.locked')} title={t('states.locked')}>
      <IconLockFilled size={size} aria-hidden />
    </span>
  );
}

/** The state of an account in a word. */
export function StateMark({ state }: { state: UserState }) {
  const t = useTexts();
  return <StateBadge tone={tones[state]}>{t(`states.${state}`)}</StateBadge>;
}
