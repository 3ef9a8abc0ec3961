import { Text, VisuallyHidden } from '@mantine/core';
import type { PasswordWeakness } from '../../contract/passwords.ts';
import classes from './password-meter.module.css';
import { useTexts } from './texts.tsx';
import type { Estimate } from './use-estimate.ts';

const steps = { refused: 1, fair: 2, good: 3, strong: 4 } as const;

/** How hard the password is to guess, as a bar and in words, with the reasons and what would help. */
export function PasswordMeter({ estimate, waiting }: { estimate: Estimate | null; waiting: boolean }) {
  const t = useTexts();
  const level = estimate?.level ?? null;
  const step = level === null ? 0 : steps[level];
  const said = level ? t(`kit.strength.${level}`) : t(waiting ? 'kit.strength.waiting' : 'kit.strength.none');
  return (
    <div className={classes.meter}>
      <div className={classes.bar} data-level={level ?? 'none'} aria-hidden>
        {[1, 2, 3, 4].map((one) => (
          <span key={one} data-filled={one <= step} />
        ))}
      </div>
      <div role="status" className={classes.said}>
        <Text size="sm" fw={level ? 550 : undefined} c={level ? undefined : 'dimmed'}>
          <VisuallyHidden>{t('kit.strength')}: </VisuallyHidden>
          {said}
        </Text>
        {estimate && level && <Reasons weaknesses={estimate.weaknesses} enough={level === 'strong'} />}
      </div>
    </div>
  );
}

function Reasons({ weaknesses, enough }: { weaknesses: readonly PasswordWeakness[]; enough: boolean }) {
  const t = useTexts();
  const lines = enough
    ? [t('kit.strength.only-here')]
    : [...weaknesses.map((weakness) => t(`kit.weakness.${weakness}`)), t('kit.strength.longer')];
  return (
    <Text size="sm" c="dimmed">
      {lines.join(' ')}
    </Text>
  );
}
