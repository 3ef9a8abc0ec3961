import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { removeApp } from '../../contract/second-factors.ts';
import { useDates } from '../kit/dates.ts';
import { ConfirmDialog, Dialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { SetUpApp } from '../second-factors/set-up-app.tsx';
import { isLastFactor, LastFactor, type OwnFactors } from './last-factor.tsx';
import { useRefreshOwn } from './use-refresh-own.ts';

/** The own authenticator app: set up, replaced, removed. `keep` shows the codes that come with a first factor. */
export function AuthenticatorApp({ own, keep }: { own: OwnFactors; keep: (codes: string[]) => void }) {
  const t = useTexts();
  const dates = useDates();
  const [open, setOpen] = useState<'set-up' | 'remove' | null>(null);
  const refresh = useRefreshOwn();
  const done = (codes: string[] | null) => {
    setOpen(null);
    refresh();
    noticeDone(t('profile.app.done'));
    if (codes) keep(codes);
  };
  return (
    <Section title={t('profile.app')} about={t('profile.app.about')}>
      <Stack>
        <Text size="sm">
          {own.app
            ? [
                t('profile.app.since', { day: dates.moment(own.app.setUpAt) }),
                own.app.lastUsedAt
                  ? t('profile.app.used', { when: dates.relative(own.app.lastUsedAt) })
                  : t('profile.app.never-used'),
              ].join(' · ')
            : t('profile.app.none')}
        </Text>
        <Group gap="xs">
          <Button variant={own.app ? 'default' : 'filled'} onClick={() => setOpen('set-up')}>
            {t(own.app ? 'profile.app.replace' : 'profile.app.set-up')}
          </Button>
          {own.app && (
            <Button variant="default" onClick={() => setOpen('remove')}>
              {t('profile.app.remove')}
            </Button>
          )}
        </Group>
      </Stack>
      <Dialog opened={open === 'set-up'} close={() => setOpen(null)} title={t('set-up.app')}>
        {open === 'set-up' && <SetUpApp done={done} />}
      </Dialog>
      <RemoveApp own={own} opened={open === 'remove'} close={() => setOpen(null)} />
    </Section>
  );
}

function RemoveApp(props: { own: OwnFactors; opened: boolean; close: () => void }) {
  const t = useTexts();
  const remove = useAct(removeApp, {
    refresh: ['me', 'users', 'audit'],
    done: () => {
      props.close();
      noticeDone(t('profile.app.removed'));
    },
  });
  const last = isLastFactor(props.own);
  return (
    <ConfirmDialog
      opened={props.opened}
      close={props.close}
      title={t('profile.app.remove.title')}
      confirm={t('profile.app.remove')}
      danger
      busy={remove.isPending}
      disabled={last && props.own.required}
      problem={remove.error}
      act={() => remove.mutate({ input: {} })}
    >
      {last ? <LastFactor own={props.own} /> : t('profile.app.remove.text')}
    </ConfirmDialog>
  );
}
