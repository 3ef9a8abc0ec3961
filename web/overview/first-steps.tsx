import { Text, Title } from '@mantine/core';
import { IconMail, IconPalette, IconUserPlus } from '@tabler/icons-react';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { getOverview } from '../../contract/overview.ts';
import { ButtonLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import classes from './overview.module.css';

const steps = [
  { step: 'user', to: '/users/new', icon: IconUserPlus, may: 'users.create' },
  { step: 'mail', to: '/settings', icon: IconMail, may: 'settings.change' },
  { step: 'look', to: '/settings', icon: IconPalette, may: 'settings.change' },
] as const;

/** For a fresh installation, in which nobody is but the one who made it. */
export function FirstSteps({ facts }: { facts: OutputOf<typeof getOverview> }) {
  const t = useTexts();
  const may = useMay();
  const alone = facts.billed !== null && facts.billed + (facts.unbilled ?? 0) <= 1;
  const open = steps.filter((step) => may(step.may) && !(step.step === 'mail' && facts.mailServer));
  if (!alone || open.length === 0) return null;
  return (
    <section aria-labelledby="begin">
      <Title order={2} id="begin" mb={10}>
        {t('overview.begin')}
      </Title>
      <ol className={classes.steps}>
        {open.map(({ step, to, icon: Icon }, at) => (
          <li key={step} className={classes.step}>
            <Icon size={20} stroke={1.7} aria-hidden />
            <span className={classes.words}>
              <Text component="span" fw={550}>
                {t(`overview.begin.${step}`)}
              </Text>
              <Text component="span" size="sm" c="dimmed">
                {t(`overview.begin.${step}.about`)}
              </Text>
            </span>
            <ButtonLink to={to} variant={at === 0 ? 'filled' : 'default'} className={classes.stepButton}>
              {t(`overview.begin.${step}.act`)}
            </ButtonLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
