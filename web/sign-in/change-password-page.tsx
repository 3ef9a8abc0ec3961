import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { listOwnFactorKinds } from '../../contract/second-factors.ts';
import { changeOwnPassword } from '../../contract/sign-in.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { NewPasswordField } from '../kit/password-field.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { safeDestination } from '../session/arrival.ts';
import { useBranding } from '../session/session.ts';
import { useGoOn } from '../session/steps.ts';
import { DoorPage } from '../shell/door-page.tsx';
import { LeaveInstead } from './leave-instead.tsx';

/** For somebody whose password was set by somebody else, or is too short without a second factor: nothing else is possible before choosing another. */
export function ChangePasswordPage() {
  const t = useTexts();
  const goOn = useGoOn();
  const { to } = useSearch({ strict: false });
  const { passwordPolicy, organisationName } = useBranding();
  const { data: factors } = useQuery(queryOf(listOwnFactorKinds, {}));
  const form = useCallForm(changeOwnPassword, {
    initial: { password: '' },
    check: ({ password }) => ({ password: password === '' ? t('fields.required') : undefined }),
    done: (session) => {
      noticeDone(t('change-password.done'));
      goOn(session, safeDestination(to));
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
            twoFactor={factors && (factors.app || factors.passkeys)}
            autoFocus
            {...form.field('password')}
          />
          <Button type="submit" fullWidth loading={form.sending}>
            {t('change-password.submit')}
          </Button>
        </Stack>
      </CallForm>
      <LeaveInstead>{t('change-password.sign-out')}</LeaveInstead>
    </DoorPage>
  );
}
