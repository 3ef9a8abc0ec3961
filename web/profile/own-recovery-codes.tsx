import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { renewRecoveryCodes } from '../../contract/second-factors.ts';
import { useDates } from '../kit/dates.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { OwnFactors } from './last-factor.tsx';

/** How many recovery codes are left, and making new ones. */
export function OwnRecoveryCodes({ own, keep }: { own: OwnFactors; keep: (codes: string[]) => void }) {
  const t = useTexts();
  const dates = useDates();
  const [asking, setAsking] = useState(false);
  const { left, madeAt } = own.recoveryCodes;
  const renew = useAct(renewRecoveryCodes, {
    refresh: ['me', 'audit', 'users'],
    done: ({ recoveryCodes }) => {
      setAsking(false);
      keep(recoveryCodes);
    },
  });
  return (
    <Section
      title={t('profile.codes')}
      about={t('profile.codes.about')}
      action={
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('profile.codes.renew')}
        </Button>
      }
    >
      <Text size="sm">
        {t('profile.codes.left', { count: left, day: madeAt ? dates.moment(madeAt) : '' })}
      </Text>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t('profile.codes.renew.title')}
        confirm={t('profile.codes.renew')}
        busy={renew.isPending}
        problem={renew.error}
        act={() => renew.mutate({ input: {} })}
      >
        {t('profile.codes.renew.text')}
      </ConfirmDialog>
    </Section>
  );
}
