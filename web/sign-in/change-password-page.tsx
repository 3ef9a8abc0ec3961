import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { changeOwnPassword } from '../../contract/sign-in.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { NewPasswordField } from '../kit/password-field.tsx';
import { useTexts } from '../kit/texts.tsx';
import { safeDestination } from '../session/arrival.ts';
import { sessionQuery, useBranding, useSignOut } from '../session/session.ts';
import { DoorPage } from '../shell/door-page.tsx';

/** For somebody whose password was set by somebody else: nothing else is possible before choosing an own one. */
export function ChangePasswordPage() {
  const t = useTexts();
  const client = useQueryClient();
  const router = useRouter();
  const { to } = useSearch({ strict: false });
  const { passwordPolicy, organisationName } = useBranding();
  const form = useCallForm(changeOwnPassword, {
    initial: { password: '' },
    check: ({ password }) => ({ password: password === '' ? t('fields.required') : undefined }),
    done: (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      noticeDone(t('change-password.done'));
      router.history.push(safeDestination(to));
    },
  });
  return (
    <DoorPage title={t('change-password.title')} about={t('change-password.about')}>
      <CallForm form={form}>
        <Stack>
          <NewPasswordField
            label={t('change-password.new')}
            policy={passwordPolicy}
            words={[organisationName]}
            autoFocus
            {...form.field('password')}
          />
          <Button type="submit" fullWidth loading={form.sending}>
            {t('change-password.submit')}
          </Button>
        </Stack>
      </CallForm>
      <LeaveInstead />
    </DoorPage>
  );
}

function LeaveInstead() {
  const t = useTexts();
  const signOut = useSignOut();
  return (
    <Button variant="subtle" color="gray" onClick={() => void signOut().catch(noticeFailed)}>
      {t('change-password.sign-out')}
    </Button>
  );
}
