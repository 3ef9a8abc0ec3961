import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { changeOwnEmail, withdrawOwnEmail } from '../../contract/profile.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { Note } from '../kit/note.tsx';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { OwnProfile } from './own-data.tsx';

/** The address that one signs in with; another one counts once its owner has confirmed it. */
export function OwnEmail({ profile }: { profile: OwnProfile }) {
  const t = useTexts();
  const empty = { email: '' };
  const form = useCallForm(changeOwnEmail, {
    initial: empty,
    refresh: ['me', 'mail', 'users'],
    check: ({ email }) => ({ email: email.trim() === '' ? t('fields.required') : undefined }),
    done: ({ pendingEmail }) => {
      form.restart(empty);
      noticeDone(t('profile.email.asked', { email: pendingEmail ?? '' }));
    },
  });
  return (
    <Section title={t('profile.email')} about={t('profile.email.about', { email: profile.email })}>
      <Stack>
        {profile.pendingEmail !== null && <Pending email={profile.pendingEmail} />}
        {profile.held.includes('email') ? (
          <Text size="sm">{t('personnel-files.user.field')}</Text>
        ) : (
          <CallForm form={form} guard label={t('profile.email')}>
            <Stack>
              <TextInput
                label={t('profile.email.new')}
                type="email"
                autoComplete="email"
                {...form.field('email')}
              />
              <Group>
                <Button type="submit" loading={form.sending}>
                  {t('profile.email.submit')}
                </Button>
              </Group>
            </Stack>
          </CallForm>
        )}
      </Stack>
    </Section>
  );
}

function Pending({ email }: { email: string }) {
  const t = useTexts();
  const withdraw = useAct(withdrawOwnEmail, {
    refresh: ['me', 'users'],
    done: () => noticeDone(t('profile.email.withdrawn', { email })),
  });
  return (
    <Note icon={<IconMailForward size={18} />}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('profile.email.pending', { email })}</Text>
        <Button
          variant="default"
          size="xs"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ input: {} }, { onError: noticeFailed })}
        >
          {t('profile.email.withdraw')}
        </Button>
      </Group>
    </Note>
  );
}
